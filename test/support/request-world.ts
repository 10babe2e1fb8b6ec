import type { Employee } from "#shared/employee/employee.ts";
import { submitRequest } from "#shared/request/ask-request.ts";
import { type Decision, decideRequest } from "#shared/request/decide-request.ts";
import { requestKinds } from "#shared/request-kinds/request-kinds.ts";
import { standingOf } from "#shared/session/require-session.ts";
import { AccountRecordsInMemory } from "./account-records-in-memory.ts";
import { aNip, anEmployee } from "./builders.ts";
import { EmployeesInMemory } from "./employees-in-memory.ts";
import { FakeClock } from "./fake-clock.ts";
import { freezesInMemory } from "./freezes.ts";
import { leaveTablesInMemory } from "./leave-tables-in-memory.ts";
import { LettersInMemory } from "./letters-in-memory.ts";
import { LimitsInMemory } from "./limits-in-memory.ts";
import { RequestsInMemory } from "./requests-in-memory.ts";
import { actsInNone, aGrant, RolesInMemory } from "./roles-in-memory.ts";

/** One who asks, and an officer of the same agency who decides, with the use cases of every kind of request. */
export function requestWorld(person: Employee) {
  const clock = new FakeClock();
  const nip = aNip("198502122010012021");
  const officer = anEmployee({ id: "emp_oka", nip, email: "oka@contoh.example" });
  const employees = new EmployeesInMemory(person, officer);
  const roles = new RolesInMemory();
  roles.set("emp_oka", aGrant("petugas"));
  const requests = new RequestsInMemory(employees.history);
  const accountRecords = new AccountRecordsInMemory();
  const { freezes, ...account } = freezesInMemory(clock);
  const tables = leaveTablesInMemory(employees.history);
  const letters = new LettersInMemory();
  const { months, attendanceRules, results } = tables;
  const api = {
    ...{ requests, employees, clock, limits: new LimitsInMemory(), freezes },
    kinds: requestKinds({
      ...{ ...tables, letters, requests, employees, roles, clock, accountRecords },
    }),
    actsIn: actsInNone,
    standingOf: (id: Employee["id"]) => standingOf({ employees, roles, clock }, id),
  };
  const now = async () => (await employees.find(person.id)) ?? person;
  const submit = async (
    kind: string,
    content: Parameters<typeof submitRequest>[1]["content"],
    key = "k",
    files: Parameters<typeof submitRequest>[1]["files"] = [],
  ) => submitRequest(api, { key, kind, content, files, person: await now() });
  const decide = async (id: `req_${string}`, decision: Decision) => {
    const { version = 0 } = (await requests.find(id)) ?? {};
    const { grants } = await roles.find("emp_oka");
    const by = { employeeId: officer.id, instansiId: officer.instansiId, roles: grants };
    clock.advance({ minutes: 1 });
    return await decideRequest(api, { id, version, by, decision });
  };
  const agree = (id: `req_${string}`) => decide(id, { act: "agree" });
  return {
    ...api,
    ...account,
    api,
    months,
    attendanceRules,
    results,
    letters,
    deciding: tables,
    accountRecords,
    roles,
    now,
    submit,
    decide,
    agree,
  };
}
