import { createHash } from "node:crypto";
import { refuseOwnRecord } from "#shared/access/own-record.ts";
import { keptReason } from "#shared/access/reason.ts";
import { hasRole } from "#shared/access/role.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import { type Officer, reaches } from "#shared/access/scope.ts";
import type { AuditAction } from "#shared/audit/audit-entry.ts";
import { keptSource, type Source } from "#shared/audit/source.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { dayOf, type Employee, type EmployeeId, endsSessions } from "./employee.ts";
import { type EmployeeChange, keptChange, problemsOf } from "./employee-rules.ts";
import type { RequestMark, WritableEmployees } from "./employees.ts";
import { findOwn } from "./find-own.ts";
import { needsTwo } from "./record-change.ts";
import { type Revision, revise } from "./revision.ts";

export interface ChangeEmployee {
  readonly employees: Pick<WritableEmployees, "find" | "save" | "digestOf">;
  readonly roles: Pick<RoleGrants, "find">;
  readonly clock: Clock;
}

interface Request {
  readonly id: EmployeeId;
  /** The revision the officer saw. */
  readonly revision: number;
  /** The client makes it. A request that comes twice is carried out once. */
  readonly requestId: string;
  /** In the officer's words; see `visibleLine`. */
  readonly reason: string;
  /** The decree or letter behind it. */
  readonly source?: Source | undefined;
  readonly by: Officer;
}

/**
 * One officer changes a record, with a reason, but for what takes two. Saving draws a new card when the change shows on it (see card-renderer).
 * @returns the record afterwards
 * @throws InvalidInput (also `unit-not-yours`), NotFound (unknown, or another instansi's or unit's), Forbidden `own-record`, Conflict `record-changed`,
 * `change-needs-two` (askRecordChange is the way), `change-needs-operators` (see refuseRoleHolder), `request-mismatch` (the requestId was
 * used for something else)
 */
export async function changeEmployee(
  dependencies: ChangeEmployee,
  request: Request & { readonly changes: EmployeeChange },
): Promise<Employee> {
  return saveOnce(dependencies, request, request.changes, (employee) => {
    const problems = problemsOf(request.changes, employee);
    if (problems.length > 0) throw new InvalidInput(...problems);
    if (needsTwo(request.changes, employee)) throw new Conflict("change-needs-two");
    return { change: keptChange(request.changes), action: "changed" };
  });
}

/**
 * An officer replaces the QR of a card that was lost or copied. The next QR has a new token, and is not paused; the old one answers
 * «diganti» for ever.
 * @throws as changeEmployee
 */
export async function replaceQr(dependencies: ChangeEmployee, request: Request): Promise<Employee> {
  return saveOnce(dependencies, request, "replace-qr", ({ qrGeneration }) => ({
    change: nextQr({ qrGeneration }),
    action: "qr-replaced",
  }));
}

/** What another QR changes: a pause was of the old one, and so was an open NIP. */
export function nextQr({ qrGeneration }: Pick<Employee, "qrGeneration">) {
  return { qrGeneration: qrGeneration + 1, qrPausedAt: undefined, nipOpenUntil: undefined };
}

interface Decided {
  readonly change: Parameters<typeof revise>[1];
  readonly action: AuditAction;
}

async function saveOnce(
  { employees, roles, clock }: ChangeEmployee,
  request: Request,
  asked: unknown,
  decide: (employee: Employee) => Decided,
): Promise<Employee> {
  const { id, revision, by } = request;
  const employee = await findOwn(employees, id, by);
  refuseOwnRecord(id, by);
  const reason = keptReason(request.reason);
  const source = keptSource(request.source, clock.now());
  const mark = { id: request.requestId, digest: digestOf(request, asked) };
  if (employee.revision !== revision) {
    if (await isRepeated(employees, mark)) return employee;
    throw new Conflict("record-changed");
  }
  const { change, action } = decide(employee);
  const actor = { role: "officer", id: by.employeeId } as const;
  const next = revise(employee, change, { at: clock.now(), actor, action, reason, source });
  if (!next) throw new InvalidInput({ field: "changes", code: "nothing-changed" });
  // An officer of one unit cannot move a record to another one; an officer of both, or of the whole instansi, can.
  if (!reaches(by, next.after))
    throw new InvalidInput({ field: "unitKerja", code: "unit-not-yours" });
  await refuseRoleHolder({ roles, clock }, next);
  return save(employees, next, mark);
}

/**
 * Roles rest while somebody is not active, and a change of what logins depend on ends all sessions, as often as it is made: with both
 * a single officer would keep those out who watch them, as with a freeze (decision 0036). Two operators take the roles back first.
 * @throws Conflict `change-needs-operators`
 */
export async function refuseRoleHolder(
  { roles, clock }: Pick<ChangeEmployee, "roles" | "clock">,
  next: Revision,
): Promise<void> {
  const { after } = next;
  if (!weakensHolder(next, clock.now())) return;
  if (hasRole(await roles.find(after.id), after, clock.now()))
    throw new Conflict("change-needs-operators");
}

/** Whether a change ends sessions, or makes somebody inactive sooner or active later. */
export function weakensHolder({ before, after }: Revision, now: Date): boolean {
  const isEarlier = lastDay(after) < lastDay(before);
  const beginsLater = after.tmt > before.tmt && after.tmt > dayOf(after, now);
  return endsSessions(before, after) || isEarlier || beginsLater;
}

/** Of a contract; later than any day when there is none. */
const lastDay = ({ contractEnd = "9999-12-31" }: Employee) => contractEnd;

/** A digest of everything that a request asks: who changes what of whom, on which revision and why. */
function digestOf({ id, revision, reason, source, by }: Request, asked: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([id, revision, reason, by.employeeId, asked, source]))
    .digest("hex");
}

/** Whether this very request was carried out. @throws Conflict `request-mismatch` when its id was used for another one */
export async function isRepeated(
  employees: Pick<WritableEmployees, "digestOf">,
  { id, digest }: RequestMark,
): Promise<boolean> {
  const made = await employees.digestOf(id);
  if (made !== undefined && made !== digest) throw new Conflict("request-mismatch");
  return made !== undefined;
}

async function save(
  employees: ChangeEmployee["employees"],
  next: Revision,
  mark: RequestMark,
): Promise<Employee> {
  try {
    await employees.save(next, mark);
    return next.after;
  } catch (error) {
    const isTaken = error instanceof Conflict && error.code === "request-repeated";
    const now =
      isTaken && (await isRepeated(employees, mark))
        ? await employees.find(next.after.id)
        : undefined;
    if (now) return now;
    throw error;
  }
}
