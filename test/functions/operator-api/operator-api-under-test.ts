import { randomUUID } from "node:crypto";
import { type Employee, employeeId } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { operatorRoutes } from "../../../functions/operator-api/routes.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { RolesInMemory } from "../../support/roles-in-memory.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";
import { type SignedIn, signIn } from "../../support/signed-in.ts";

const person = (id: `emp_${string}`, last: number, name: string, fields: Partial<Employee> = {}) =>
  anEmployee({
    ...{ id, name, email: `${id}@contoh.example`, photoId: undefined, gelarBelakang: "" },
    nip: aNip(`1972050520090319${String(last).padStart(2, "0")}`),
    ...fields,
  });

export const siti = person("emp_siti", 1, "Siti Rahma", { gelarBelakang: "S.Kom." });
export const oka = person("emp_oka", 2, "Oka Operatorawan");
export const putu = person("emp_putu", 3, "Putu Operatorwati");
/** An operator of another agency. */
export const agus = person("emp_agus", 4, "Agus Lain", { instansiId: "ins_lain" });
export const budi = person("emp_budi", 5, "Budi Petugasanto");
export const rahayu = person("emp_rahayu", 6, "Rahayu Penyetujuwati");

export type World = Awaited<ReturnType<typeof operatorApiUnderTest>>;

/** Three operators, a petugas, a penyetuju and a holder, each with a browser. */
export async function operatorApiUnderTest() {
  const clock = new FakeClock();
  const people = [siti, oka, putu, agus, budi, rahayu];
  const employees = new EmployeesInMemory(...people);
  const [sessions, roles, approvals, accountRecords] = [
    new SessionsInMemory(),
    new RolesInMemory(),
    new ApprovalsInMemory(),
    new AccountRecordsInMemory(),
  ];
  const limits = new LimitsInMemory();
  const api = { sessions, roles, approvals, accountRecords, employees, limits, clock };
  const handler = apiHandler(operatorRoutes(api), handlerOptions);
  const world = { sessions, roles, clock };
  const given = { [budi.id]: "petugas", [rahayu.id]: "penyetuju", [siti.id]: "holder" } as const;
  const signedIn = new Map<string, SignedIn>();
  for (const each of people) {
    const role = Object.entries(given).find(([id]) => id === each.id)?.[1] ?? "operator";
    signedIn.set(each.id, await signIn(world, each, role));
  }

  const call = (method: "GET" | "POST", by: Pick<Employee, "id">, path: string, body?: object) =>
    callApi(handler, {
      ...{ method, path: `/api/operator/${path}` },
      ...(body && { body }),
      ...signedIn.get(by.id),
    });

  return {
    ...{ clock, employees, roles, approvals, sessions, accountRecords },
    /** Days later everybody signs in again. */
    wait: async (days: number) => {
      clock.advance({ days });
      for (const each of people) signedIn.set(each.id, await signIn({ sessions, clock }, each));
    },
    get: (by: Pick<Employee, "id">, path: string) => call("GET", by, path),
    post: (by: Pick<Employee, "id">, path: string, body?: object) => call("POST", by, path, body),
    askFreeze: (by: Pick<Employee, "id">, of: Employee) =>
      call("POST", by, "account-freezes", {
        requestId: randomUUID(),
        id: of.id,
        reason: "Ponselnya dicuri",
      }),
    /** Asks for a role, of the roles as they are; what a test wants otherwise it says. */
    ask: async (by: Pick<Employee, "id">, change: Record<string, unknown> = {}) =>
      call("POST", by, "role-changes", {
        requestId: randomUUID(),
        id: siti.id,
        revision: (await roles.find(employeeId.catch(siti.id).parse(change.id))).revision,
        action: "grant",
        role: "petugas",
        reason: "SK 7/2026",
        ...change,
      }),
  };
}
