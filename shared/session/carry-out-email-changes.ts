import type { AccountHistory } from "#shared/account/account-history.ts";
import type { AccountAction } from "#shared/audit/account-actions.ts";
import type { Actor } from "#shared/audit/audit-entry.ts";
import { isSameMailbox } from "#shared/employee/email.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { revise } from "#shared/employee/revision.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { accountIdOf, isVoid } from "./account-state.ts";
import type { EmailChange, EmailChanges } from "./email-change.ts";
import type { Sessions } from "./sessions.ts";

export interface CarryOutEmailChanges {
  readonly emailChanges: Pick<EmailChanges, "due" | "take">;
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly sessions: Pick<Sessions, "findAccount">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly clock: Clock;
}

/** What a run carries out at most. The next run comes in some minutes. */
const mostInARun = 500;

/**
 * Saves the addresses whose wait is over. A change is void after a reset, a freeze, or an officer's change of what logins depend
 * on (`isVoid`), and when somebody else has the address by now.
 * @returns how many were saved, and how many were void
 */
export async function carryOutEmailChanges(
  dependencies: CarryOutEmailChanges,
): Promise<{ done: number; void: number }> {
  const counts = { done: 0, void: 0 };
  const now = dependencies.clock.now();
  for (const change of await dependencies.emailChanges.due(now, mostInARun)) {
    const outcome = await carryOut(dependencies, change, now);
    if (outcome) counts[outcome] += 1;
  }
  return counts;
}

/** @returns undefined when the record changed at that moment: the next run does it */
async function carryOut(
  dependencies: CarryOutEmailChanges,
  change: EmailChange,
  now: Date,
): Promise<"done" | "void" | undefined> {
  const employee = await dependencies.employees.find(change.employeeId);
  // A run that ended between save and note: the save was this change.
  if (employee && isSaved(employee, change)) return await end(dependencies, change, "done", now);
  const isOver = !employee || (await isVoidNow(dependencies, employee, change));
  if (isOver) return await end(dependencies, change, "void", now);
  const outcome = await save(dependencies, employee, change, now);
  return outcome && (await end(dependencies, change, outcome, now));
}

async function isVoidNow(
  { sessions }: CarryOutEmailChanges,
  employee: Employee,
  { askedAt }: EmailChange,
): Promise<boolean> {
  const account = await sessions.findAccount(accountIdOf(employee.nip));
  return account.frozen !== undefined || isVoid(askedAt, account, employee);
}

function isSaved({ email, emailChangedAt }: Employee, { to, askedAt }: EmailChange): boolean {
  return isSameMailbox(email, to) && emailChangedAt === askedAt;
}

/** The wait of codes has passed already: it began when the old address was told. */
async function save(
  { employees }: CarryOutEmailChanges,
  employee: Employee,
  { to, askedAt }: EmailChange,
  at: Date,
): Promise<"done" | "void" | undefined> {
  const actor = { role: "holder", id: employee.id } as const;
  const told = { at, actor, action: "changed", emailToldAt: askedAt } as const;
  const next = revise(employee, { email: to }, told);
  if (!next) return "void";
  try {
    await employees.save(next);
    return "done";
  } catch (error) {
    if (error instanceof Conflict && error.code === "email-taken") return "void";
    if (error instanceof Conflict && error.code === "record-changed") return undefined;
    throw error;
  }
}

const actions = {
  done: "email-change-done",
  void: "email-change-cancelled",
} as const satisfies Record<string, AccountAction>;
const actor: Actor = { role: "system" };

async function end<Outcome extends keyof typeof actions>(
  { emailChanges, accountHistory }: CarryOutEmailChanges,
  change: EmailChange,
  outcome: Outcome,
  at: Date,
): Promise<Outcome | undefined> {
  if (!(await emailChanges.take(change))) return undefined;
  const { employeeId } = change;
  await accountHistory.note({ employeeId, action: actions[outcome], actor, at });
  return outcome;
}
