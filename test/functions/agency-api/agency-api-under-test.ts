import { detailsOf } from "#shared/agency/agency.ts";
import type { CardContent } from "#shared/card/card-content.ts";
import { unfitting } from "#shared/card/design/fit-agency.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import type { AgencyApi } from "../../../functions/agency-api/agency-api.ts";
import { agencyRoutes } from "../../../functions/agency-api/agency-routes.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { BulksInMemory } from "../../support/bulks-in-memory.ts";
import { callApi, handlerOptions, siteUrl } from "../../support/call-api.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { aGrant, RolesInMemory } from "../../support/roles-in-memory.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";
import { signIn } from "../../support/signed-in.ts";

const person = (id: Employee["id"], digit: number, change: Partial<Employee> = {}) =>
  anEmployee({
    ...{ id, nip: aNip(`19720505200903190${digit}`), email: `${id}@contoh.example` },
    ...change,
  });
export const operator = person("emp_oka", 1);
export const petugas = person("emp_putu", 2);
export const penyetuju = person("emp_wayan", 3);
export const ofUnit = person("emp_unit", 4);
export const elsewhere = person("emp_far", 5, { instansiId: "ins_lain", instansi: "Lain" });
const everybody = [operator, petugas, penyetuju, ofUnit, elsewhere];

export const details = detailsOf(anAgency());
export const changed = {
  ...details,
  texts: { contact: "Hubungi kami, surel kami@contoh.example." },
};
export const reason = "SK 1/2026";

export async function setUp() {
  const clock = new FakeClock();
  const tables = {
    sessions: new SessionsInMemory(),
    employees: new EmployeesInMemory(...everybody),
    roles: new RolesInMemory(),
    agencies: new AgenciesInMemory(anAgency()),
    approvals: new ApprovalsInMemory(),
    bulks: new BulksInMemory(),
    bulkSteps: { sendFirst: async () => undefined },
    clock,
  };
  tables.roles.set(operator.id, aGrant("operator"));
  tables.roles.set(petugas.id, aGrant("petugas"));
  tables.roles.set(penyetuju.id, aGrant("penyetuju"));
  tables.roles.set(ofUnit.id, aGrant("petugas", { unitKerja: ofUnit.unitKerja }));
  tables.roles.set(elsewhere.id, aGrant("penyetuju", { instansiId: "ins_lain" }));
  const drawn: CardContent[] = [];
  const history = new HistoryInMemory(tables.agencies.history);
  const api = {
    ...{ ...tables, history },
    ...{ limits: new LimitsInMemory(), unfitting, siteUrl, photo: Buffer.from("nobody") },
    draw: async (content: CardContent) => {
      drawn.push(content);
      return Buffer.from("a back");
    },
  } satisfies AgencyApi;
  const handler = apiHandler(agencyRoutes(api), handlerOptions);
  const call = async (
    by: Employee,
    method: "GET" | "POST" | "PATCH",
    path: string,
    body?: object,
  ) =>
    callApi(handler, {
      ...{ method, path: `/api/${path}`, ...(body && { body }) },
      ...(await signIn(tables, by)),
    });
  return { ...tables, call, drawn };
}
