import { randomUUID } from "node:crypto";
import type { Role } from "#shared/access/role.ts";
import type { BulkId } from "#shared/bulk/bulk.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { ExportId } from "#shared/export/export.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import type { PrintId } from "#shared/print/print-id.ts";
import { exportRoutes } from "../../../functions/records-api/export-routes.ts";
import { markedRoutes } from "../../../functions/records-api/marked-routes.ts";
import { printRoutes } from "../../../functions/records-api/print-routes.ts";
import { recordsRoutes } from "../../../functions/records-api/routes.ts";
import { unitRoutes } from "../../../functions/records-api/unit-routes.ts";
import { campaignOfficerRoutes } from "../../../functions/request-api/campaign-routes.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { BulksInMemory } from "../../support/bulks-in-memory.ts";
import { type ApiRequest, callApi, handlerOptions, hmacKey } from "../../support/call-api.ts";
import { CampaignsInMemory } from "../../support/campaigns-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { ExportFilesInMemory, ExportsInMemory } from "../../support/exports-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";
import { PrintFilesInMemory } from "../../support/print-files-in-memory.ts";
import { PrintsInMemory } from "../../support/prints-in-memory.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";
import { RolesInMemory } from "../../support/roles-in-memory.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";
import { type SignedIn, signIn } from "../../support/signed-in.ts";
import { UnitsInMemory } from "../../support/units-in-memory.ts";

export const siti = anEmployee({ phone: "0812 0000 0000" });
/** The officer. */
export const budi = anEmployee({
  id: "emp_budi",
  nip: aNip("199001022015031005"),
  name: "Budi Santoso",
  email: "budi@contoh.example",
});
/** Another officer of the same instansi. */
const colleague = anEmployee({
  id: "emp_rahayu",
  nip: aNip("197003032007032904"),
  name: "Rahayu Verifikasari",
  email: "rahayu@contoh.example",
  photoId: undefined,
});
/** Runs the system. */
const oka = anEmployee({
  id: "emp_oka",
  nip: aNip("197205052009031906"),
  name: "Oka Operatorawan",
  email: "oka@contoh.example",
  photoId: undefined,
});
/** Of another instansi. */
export const stranger = anEmployee({
  id: "emp_stranger",
  nip: aNip("199001012015031002"),
  name: "Siti Lain",
  email: "lain@contoh.example",
  instansiId: "ins_other",
});

/** What every change must say; the rest is the test's. */
export const aChange = (change: Record<string, unknown> = {}) => ({
  revision: 1,
  requestId: randomUUID(),
  reason: "SK 12/2026",
  changes: { jabatan: "Arsiparis Terampil" },
  ...change,
});

export const aQrReplacement = () => ({
  revision: 1,
  requestId: randomUUID(),
  reason: "Kartu hilang, laporan 12/XI/2026",
});

type Request = Omit<ApiRequest, "path" | "cookies">;

/** The records API, with browsers of Budi the officer, a colleague of his, and Siti the holder. */
export async function recordsApiUnderTest(...others: Employee[]) {
  const clock = new FakeClock();
  const employees = new EmployeesInMemory(siti, budi, stranger, colleague, oka, ...others);
  const sessions = new SessionsInMemory();
  const roles = new RolesInMemory();
  const history = new HistoryInMemory(employees.history);
  const prints = new PrintsInMemory();
  const printFiles = new PrintFilesInMemory();
  const queued: PrintId[] = [];
  const printQueue = { send: async (id: PrintId) => void queued.push(id) };
  const exports = new ExportsInMemory();
  const exportFiles = new ExportFilesInMemory();
  const exportsQueued: ExportId[] = [];
  const exportQueue = { send: async (id: ExportId) => void exportsQueued.push(id) };
  const limits = new LimitsInMemory();
  const units = new UnitsInMemory();
  const approvals = new ApprovalsInMemory(employees.history);
  const bulks = new BulksInMemory();
  const agencies = new AgenciesInMemory(anAgency());
  const newEmailWaitHours = 24;
  const stepsAsked: BulkId[] = [];
  const accountRecords = new AccountRecordsInMemory();
  const photos = new PhotosInMemory();
  const campaigns = new CampaignsInMemory();
  const requests = new RequestsInMemory();
  const api = {
    ...{ sessions, roles, employees, history, prints, printFiles, printQueue, limits, clock },
    ...{ units, approvals, bulks, agencies, accountRecords, photos },
    ...{ exports, exportFiles, exportQueue, campaigns, requests },
    newEmailWaitHours,
    hmacKey,
    bulkSteps: { sendFirst: async (id: BulkId) => void stepsAsked.push(id) },
  };
  const handler = apiHandler(
    [
      ...[...recordsRoutes(api), ...printRoutes(api), ...markedRoutes(api)],
      ...[...unitRoutes(api), ...exportRoutes(api), ...campaignOfficerRoutes(api)],
    ],
    handlerOptions,
  );
  const browserOf =
    ({ cookies, headers }: SignedIn) =>
    (path: string, request: Request) =>
      callApi(handler, { path, cookies, ...request, headers: { ...headers, ...request.headers } });
  const world = { sessions, roles, clock };
  const officer = browserOf(await signIn(world, budi, "holder", "petugas"));
  return {
    clock,
    ...{ accountRecords, photos },
    ...{ units, approvals, bulks, agencies },
    employees,
    ...{ history, campaigns, requests, exports, exportFiles, exportQueue, exportsQueued },
    stepsAsked,
    noted: history.noted,
    failNoting: () => {
      history.noteReading = () => Promise.reject(new Error("no capacity"));
    },
    prints,
    printQueue,
    queued,
    roles,
    sessions,
    anonymous: browserOf({ cookies: [], headers: {} }),
    holder: browserOf(await signIn(world, siti, "holder")),
    operator: browserOf(await signIn(world, oka, "holder", "operator")),
    officer,
    /** The officer signs in anew, after a time. */
    officerAgain: async () => browserOf(await signIn(world, budi, "holder", "petugas")),
    colleague: browserOf(await signIn(world, colleague, "holder", "petugas")),
    /** Signs the colleague in anew with these roles instead. */
    colleagueAs: async (...granted: Role[]) =>
      browserOf(await signIn(world, colleague, "holder", ...granted)),
    get: (path: string, query: Record<string, string> = {}) =>
      officer(path, { method: "GET", query }),
    search: (body: unknown = {}) =>
      officer("/api/officer/employees/search", { method: "POST", body }),
    patch: (id: string, body: unknown) =>
      officer(`/api/officer/employees/${id}`, { method: "PATCH", body }),
  };
}
