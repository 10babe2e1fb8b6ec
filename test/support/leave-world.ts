/** One who asks for leave, a superior and an authority, with the product's own kind of request. */
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { SentLeave } from "#shared/leave/leave.ts";
import { freeIn } from "#shared/leave/leave-balance.ts";
import { accountOf } from "#shared/leave/leave-ledger.ts";
import { leaveRequests } from "#shared/leave/leave-request.ts";
import { actsIn } from "#shared/post/acts-in.ts";
import type { PostId } from "#shared/post/post.ts";
import { reviseRequest, submitRequest, withdrawRequest } from "#shared/request/ask-request.ts";
import { type Decision, decideRequest } from "#shared/request/decide-request.ts";
import type { Request } from "#shared/request/request.ts";
import { standingOf } from "#shared/session/require-session.ts";
import { aNip, anEmployee } from "./builders.ts";
import { hmacKey } from "./call-api.ts";
import { aRule, lineOfRule } from "./decider-rule-table-contract.ts";
import { DocumentsInMemory } from "./documents-in-memory.ts";
import { EmployeesInMemory } from "./employees-in-memory.ts";
import { FakeClock } from "./fake-clock.ts";
import { freezesInMemory } from "./freezes.ts";
import { HistoryInMemory } from "./history-in-memory.ts";
import { leaveTablesInMemory } from "./leave-tables-in-memory.ts";
import { LimitsInMemory } from "./limits-in-memory.ts";
import { aPost, lineOfPost } from "./post-table-contract.ts";
import { RequestsInMemory } from "./requests-in-memory.ts";
import { RolesInMemory } from "./roles-in-memory.ts";

export const [section, office] = ["pst_section", "pst_office"] as const;

/** A form of an annual leave from Monday 21 to Wednesday 23 December 2026. */
const aForm: SentLeave = {
  ...({ kind: "tahunan", from: "2026-12-21", to: "2026-12-23" } as const),
  ...{ words: "Keperluan keluarga", address: "Jalan Contoh 1", phone: "081200000000" },
  evidence: [],
};

export async function leaveWorld(person: Employee = anEmployee()) {
  const clock = new FakeClock("2026-11-30T03:00:00.000Z");
  const staff = (id: EmployeeId, n: number) =>
    anEmployee({ id, nip: aNip(`19850212201001200${n}`), email: `${id}@contoh.example` });
  const employees = new EmployeesInMemory(person, staff("emp_head", 1), staff("emp_chief", 2));
  const tables = leaveTablesInMemory(employees.history);
  const requests = new RequestsInMemory(employees.history);
  const posts = [
    aPost({ id: office, title: "Kepala Badan", holder: "emp_chief" }),
    aPost({ id: section, title: "Kepala Bagian", holder: "emp_head", above: office }),
  ];
  for (const post of posts) await tables.posts.save(post, undefined, lineOfPost(post));
  const rule = aRule({ target: "agency", superior: section, ppk: office });
  await tables.rules.save(rule, lineOfRule(rule));
  const roles = new RolesInMemory();
  const leave = { ...tables, employees, requests, clock };
  const history = new HistoryInMemory(employees.history);
  const api = {
    ...{ history, documents: new DocumentsInMemory() },
    ...{ ...leave, hmacKey, limits: new LimitsInMemory(), freezes: freezesInMemory(clock).freezes },
    kinds: { leave: leaveRequests(leave) },
    standingOf: (id: EmployeeId) => standingOf({ employees, roles, clock }, id),
    actsIn: (id: EmployeeId, wanted: readonly PostId[]) => actsIn(leave, id, wanted),
  };
  const now = async () => (await employees.find(person.id)) ?? person;
  const files: Request["files"] = ["evd_1"];
  const ask = async (form: Partial<SentLeave> = {}, key = "k") =>
    await submitRequest(api, {
      ...{ key, kind: "leave", content: { ...aForm, ...form }, files },
      person: await now(),
    });
  const current = async (id: Request["id"]) => {
    const found = await requests.find(id);
    if (!found) throw new Error("There is no such request.");
    return found;
  };
  const decide = async (by: EmployeeId, id: Request["id"], decision: Decision) => {
    clock.advance({ minutes: 1 });
    const { version } = await current(id);
    const { posts: acted } = await actsIn(leave, by, [section, office]);
    const decider = { employeeId: by, instansiId: person.instansiId, roles: [], posts: acted };
    return (await decideRequest(api, { id, version, by: decider, decision })).request;
  };
  const revise = async (id: Request["id"], form: Partial<SentLeave>) => {
    clock.advance({ minutes: 1 });
    const { version } = await current(id);
    const content = { ...aForm, ...form };
    return await reviseRequest(api, {
      ...{ id, version, content, files, reason: "", person: await now() },
    });
  };
  const withdraw = async (id: Request["id"]) => {
    clock.advance({ minutes: 1 });
    const { version } = await current(id);
    return await withdrawRequest(api, { id, version, person: await now() });
  };
  const ledger = () => tables.ledgers.find(person.id);
  const free = async (year: number) => freeIn(accountOf((await ledger()).movements), year);
  return { api, ask, clock, current, decide, employees, free, ledger, revise, withdraw, ...tables };
}

export const advice = { act: "advise", verdict: "approved", reason: "" } as const;
export const agreed = { act: "agree" } as const;
export const no = { act: "reject", code: "other", reason: "Masa pemeriksaan" } as const;
