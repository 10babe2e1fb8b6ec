import { randomUUID } from "node:crypto";
import type { GrantedRole } from "#shared/access/role.ts";
import { AccountHistory } from "#shared/account/account-history.ts";
import { codeEndsAt, codeHash } from "#shared/account/mailed-code.ts";
import { absentFrom } from "#shared/account/mfa-reset.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import { accountsRoutes } from "../../../functions/accounts-api/routes.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { anAuthenticator } from "../../support/account-table-contract.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { callApi, handlerOptions, hmacKey } from "../../support/call-api.ts";
import { ContactChangesInMemory } from "../../support/contact-changes-in-memory.ts";
import { DecreesInMemory } from "../../support/decrees-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { ExportsInMemory } from "../../support/exports-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { noImports } from "../../support/imports-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { LockoutsInMemory } from "../../support/lockouts-in-memory.ts";
import { MailedCodesInMemory } from "../../support/mailed-codes-in-memory.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";
import { aGrant, RolesInMemory } from "../../support/roles-in-memory.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";
import { type SignedIn, signIn } from "../../support/signed-in.ts";
import { TransfersInMemory } from "../../support/transfers-in-memory.ts";
import { UnitsInMemory } from "../../support/units-in-memory.ts";

const unitKerja = "Dinas Kesehatan";
const person = (id: `emp_${string}`, last: number, name: string, fields: Partial<Employee> = {}) =>
  anEmployee({
    ...{ id, name, email: `${id}@contoh.example`, photoId: undefined, gelarBelakang: "" },
    nip: aNip(`1972050520090319${String(last).padStart(2, "0")}`),
    ...fields,
  });

/** A holder, who has lost a phone; another one who was never activated. */
export const siti = person("emp_siti", 1, "Siti Rahma", { unitKerja });
export const sari = person("emp_sari", 2, "Sari Baru", { unitKerja });
export const budi = person("emp_budi", 3, "Budi Petugasanto");
export const bayu = person("emp_bayu", 4, "Bayu Petugaswan");
export const rahayu = person("emp_rahayu", 5, "Rahayu Penyetujuwati");
export const rini = person("emp_rini", 6, "Rini Keduanya");
/** Of one unit, which is not Siti's. */
export const elsewhere = person("emp_edi", 7, "Edi Unitlain");

const grants: readonly (readonly [Employee, GrantedRole, string?])[] = [
  [budi, "petugas"],
  [bayu, "petugas"],
  [rahayu, "penyetuju"],
  [rini, "petugas"],
  [rini, "penyetuju"],
  [elsewhere, "petugas", "Dinas Lain"],
  [elsewhere, "penyetuju", "Dinas Lain"],
];
const everybody = [siti, sari, budi, bayu, rahayu, rini, elsewhere];

export type World = Awaited<ReturnType<typeof accountsApiUnderTest>>;

/** Petugas and penyetuju of one agency, each with a browser, and holders whose accounts they look after. */
/** @param instead stands in for the record of the same id */
export async function accountsApiUnderTest(instead?: Employee) {
  const clock = new FakeClock();
  const people = everybody.map((each) => (each.id === instead?.id ? instead : each));
  const employees = new EmployeesInMemory(...people);
  const history = new HistoryInMemory(employees.history);
  const approvals = new ApprovalsInMemory(employees.history);
  const sent: string[] = [];
  const tables = {
    ...{ employees, history, approvals, clock },
    agencies: new AgenciesInMemory(anAgency()),
    sessions: new SessionsInMemory(),
    roles: new RolesInMemory(),
    accountRecords: new AccountRecordsInMemory(),
    decrees: new DecreesInMemory(),
    transfers: new TransfersInMemory(employees.history),
    requests: new RequestsInMemory(employees.history),
    exports: new ExportsInMemory(),
    lockouts: new LockoutsInMemory(),
    limits: new LimitsInMemory(),
    codes: new MailedCodesInMemory(),
    contactChanges: new ContactChangesInMemory(),
    units: new UnitsInMemory(),
    photos: new PhotosInMemory(),
    ...noImports(),
  };
  const accountHistory = new AccountHistory(history);
  const codesToMail = {
    send: async ({ employeeId }: { employeeId: string }) => void sent.push(employeeId),
  };
  const api = { ...tables, accountHistory, codesToMail, hmacKey, newEmailWaitHours: 24 };
  const handler = apiHandler(accountsRoutes(api), handlerOptions);
  const signedIn = new Map<string, SignedIn>();
  for (const each of everybody) {
    const given = grants.filter(([who]) => who === each);
    tables.roles.set(
      each.id,
      ...given.map(([, role, unit]) => aGrant(role, unit ? { unitKerja: unit } : {})),
    );
    if (each !== sari) await tables.accountRecords.register(each, anAuthenticator);
    else await tables.accountRecords.add(each, clock.now());
    signedIn.set(each.id, await signIn(tables, each));
  }
  const call = (method: "GET" | "POST", by: Pick<Employee, "id">, path: string, body?: object) =>
    callApi(handler, {
      ...{ method, path: `/api/accounts/${path}` },
      ...(body && { body }),
      ...signedIn.get(by.id),
    });
  return {
    ...{ ...tables, accountHistory },
    /** For whom a code was to be mailed. */
    sent,
    /** What the mail sender does once the mail about Siti's reset has gone. */
    mailReset: async () => {
      const { id = "" } = (await tables.accountRecords.summary(siti.id))?.mfaReset ?? {};
      await tables.accountRecords.startMfaReset(siti.id, id, absentFrom(clock.now()));
    },
    /** Time passes, and everybody signs in again. */
    later: async (time: Parameters<FakeClock["advance"]>[0]) => {
      clock.advance(time);
      for (const each of everybody) signedIn.set(each.id, await signIn(tables, each));
    },
    get: (by: Pick<Employee, "id">, path: string) => call("GET", by, path),
    post: (by: Pick<Employee, "id">, path: string, body?: object) => call("POST", by, path, body),
    /** Asks for Siti, absent; what a test wants otherwise it says. */
    ask: (
      by: Pick<Employee, "id">,
      { of = siti, ...change }: { of?: Employee } & Record<string, unknown> = {},
    ) =>
      call("POST", by, `${of.id}/mfa-reset`, {
        ...{ mode: "absent", paper: "ktp", ticket: "T-7", reason: "Ponsel hilang" },
        requestId: randomUUID(),
        ...change,
      }),
    decide: (
      by: Pick<Employee, "id">,
      { body }: { body: Record<string, unknown> },
      how = "approve",
    ) =>
      call(
        "POST",
        by,
        `approvals/${String(body.id)}/${how}`,
        how === "refuse" ? { reason: "Belum ada tiket" } : undefined,
      ),
    /** What account-recovery does with the message. @returns the code in the mail */
    mailCode: async ({ id }: Pick<Employee, "id"> = siti) => {
      const asked = await tables.codes.find({ employeeId: id, purpose: "counter" });
      if (!asked) throw new Error("Nobody asked for a code.");
      const hash = await codeHash(hmacKey, asked, "12345678");
      await tables.codes.keep(asked, { hash, endsAt: codeEndsAt(clock.now()) });
      return "12345678";
    },
    /** A browser that Siti is signed in with. */
    sitisSession: async () => {
      const [id, at] = ["s-siti", clock.now()];
      const startedAt = at.toISOString();
      const accountId = accountIdOf(siti.nip);
      const session = { id, accountId, employeeId: siti.id, startedAt, lastSeenAt: startedAt };
      await tables.sessions.add(session, at);
      return async () => (await tables.sessions.find(id)) !== undefined;
    },
    reset: async () => (await tables.accountRecords.summary(siti.id))?.mfaReset,
    /** Of Siti's account history and of the approvals, newest first. */
    told: async () => (await accountHistory.page({ employeeId: siti.id, limit: 50 })).items,
  };
}
