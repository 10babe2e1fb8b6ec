import { expect, test } from "vitest";
import type { Grant } from "#shared/access/role.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { requireRole, requireSession, rolesOf } from "#shared/session/require-session.ts";
import { secretId } from "#shared/session/secret.ts";
import { anEmployee } from "../../support/builders.ts";
import { aRequest } from "../../support/call-api.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aGrant, RolesInMemory } from "../../support/roles-in-memory.ts";
import { aSession } from "../../support/session-table-contract.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";

/** Siti, signed in, who was made an officer of her agency. */
async function signedIn(change: Partial<Employee> = {}) {
  const siti = anEmployee(change);
  const sessions = new SessionsInMemory();
  const roles = new RolesInMemory();
  const clock = new FakeClock();
  const id = secretId("secret");
  await sessions.add(aSession({ id }), clock.now());
  roles.set(siti.id, aGrant("petugas"));
  const event = (cookie = "__Host-kartu=secret") =>
    aRequest({ path: "/api/me/card", cookies: [cookie] });
  const api = { sessions, roles, employees: new EmployeesInMemory(siti), clock };
  return { id, siti, event, roles, clock, api };
}

test("the cookie says who is asking, with the record as it is now", async () => {
  const { api, event, siti } = await signedIn();

  expect(await requireSession(api, event())).toMatchObject({
    employee: siti,
    employeeId: "emp_siti",
    instansiId: "ins_contoh",
  });
});

test.each(["", "__Host-kartu=", "__Host-kartu=other", "kartu=secret", "__Host-kartu-login=secret"])(
  "the cookie %j is nobody's",
  async (cookie) => {
    const { api, event } = await signedIn();

    await expect(requireSession(api, event(cookie))).rejects.toMatchObject({
      status: 401,
      code: "session-ended",
    });
  },
);

test("the id that the server keeps is not the cookie", async () => {
  const { api, event, id } = await signedIn();

  await expect(requireSession(api, event(`__Host-kartu=${id}`))).rejects.toThrow();
});

test("a session without a record is nobody's", async () => {
  const { api, event } = await signedIn();
  const employees = new EmployeesInMemory();

  await expect(requireSession({ ...api, employees }, event())).rejects.toThrow("session-ended");
});

test("a role is the person's while it stands", async () => {
  const { api, event } = await signedIn();

  await expect(requireRole(api, event(), "petugas")).resolves.toBeDefined();
  await expect(requireRole(api, event(), "auditor", "petugas")).resolves.toBeDefined();
  await expect(requireRole(api, event(), "operator")).rejects.toThrow("forbidden");
});

const [unitA, unitB] = ["Dinas Kesehatan", "RSUD Contoh"];
test.each<[string, readonly Grant[], readonly string[] | undefined]>([
  ["the whole agency", [aGrant("petugas")], undefined],
  ["a unit", [aGrant("petugas", { unitKerja: unitA })], [unitA]],
  [
    "several units, each once",
    [unitA, unitB, unitA].map((unitKerja) => aGrant("petugas", { unitKerja })),
    [unitA, unitB],
  ],
  [
    "both, and the wider wins",
    [aGrant("petugas", { unitKerja: unitA }), aGrant("petugas")],
    undefined,
  ],
  [
    "a unit, and the whole agency until yesterday",
    [aGrant("petugas", { unitKerja: unitA }), aGrant("petugas", { until: "2026-11-20" })],
    [unitA],
  ],
  [
    "a unit, and the whole agency in a role that was not asked for",
    [aGrant("petugas", { unitKerja: unitA }), aGrant("penyetuju"), aGrant("operator")],
    [unitA],
  ],
  [
    "one unit in each role",
    [aGrant("petugas", { unitKerja: unitA }), aGrant("auditor", { unitKerja: unitB })],
    [unitA, unitB],
  ],
])("who was given roles for %s reaches as far", async (_, grants, units) => {
  const { api, event, roles, siti } = await signedIn();
  roles.set(siti.id, ...grants);

  expect((await requireRole(api, event(), "petugas", "auditor")).units).toEqual(units);
});

test("a role for several units is one role", async () => {
  const { siti, clock } = await signedIn();
  const grants = [unitA, unitB].map((unitKerja) => aGrant("petugas", { unitKerja }));

  expect(rolesOf(aSession(), siti, grants, clock.now())).toEqual(["holder", "petugas"]);
});

test("a role that was taken back is gone at the next request", async () => {
  const { api, event, roles, siti } = await signedIn();
  roles.set(siti.id);

  await expect(requireRole(api, event(), "petugas")).rejects.toThrow("forbidden");
});

test("a role ends with its last day, in Jakarta", async () => {
  const { api, event, roles, siti, clock } = await signedIn();
  roles.set(siti.id, aGrant("petugas", { until: "2026-11-21" }));
  const atNoon = await requireRole(api, event(), "petugas");
  clock.advance({ minutes: 10 });
  roles.set(siti.id, aGrant("petugas", { until: "2026-11-20" }));

  expect(atNoon).toBeDefined();
  await expect(requireRole(api, event(), "petugas")).rejects.toThrow("forbidden");
});

test.each<Partial<Employee>>([
  { kedudukanHukum: "66" },
  { kedudukanHukum: "04" },
  { kind: "PPPK", kedudukanHukum: "71", contractEnd: "2026-11-20" },
  { instansiId: "ins_other" },
])("with %j on the own record no role stands, and the session does", async (change) => {
  const { api, event } = await signedIn(change);

  await expect(requireSession(api, event())).resolves.toBeDefined();
  await expect(requireRole(api, event(), "petugas")).rejects.toThrow("forbidden");
});
