import type { AccountHistory } from "#shared/account/account-history.ts";
import type { AccountAction } from "#shared/audit/account-actions.ts";
import type { Actor } from "#shared/audit/audit-entry.ts";
import { isSameMailbox } from "#shared/employee/email.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { revise } from "#shared/employee/revision.ts";
import { eachOf, type Turn } from "#shared/runtime/each-of.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { type AccountState, accountIdOf, isVoid } from "./account-state.ts";
import type { ContactChange, ContactChanges, ContactField } from "./contact-change.ts";
import type { Sessions } from "./sessions.ts";

export interface CarryOutContactChanges extends Turn {
  readonly contactChanges: Pick<ContactChanges, "due" | "take">;
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly sessions: Pick<Sessions, "findAccount">;
  readonly accountHistory: Pick<AccountHistory, "note">;
}

export interface CarriedOut {
  readonly done: number;
  readonly void: number;
}

/** What a run carries out at most. The next run comes in some minutes. */
const mostInARun = 500;

/**
 * Saves the addresses and numbers whose wait is over. A change is void by `isChangeVoid`, and when somebody else has the address by
 * now. One that fails waits for the next run, and the others go on.
 * @returns how many were saved, and how many were void @throws what the first one failed with
 */
export async function carryOutContactChanges(
  dependencies: CarryOutContactChanges,
): Promise<CarriedOut> {
  const counts = { done: 0, void: 0 };
  const now = dependencies.clock.now();
  const items = await dependencies.contactChanges.due(now, mostInARun);
  const idOf = ({ employeeId, field }: ContactChange) => `${employeeId}#${field}`;
  await eachOf(dependencies, { part: "changes", items, idOf }, async (change) => {
    const outcome = await carryOut(dependencies, change, now);
    if (outcome) counts[outcome] += 1;
  });
  return counts;
}

/** @returns undefined when the record changed at that moment: the next run does it */
async function carryOut(
  dependencies: CarryOutContactChanges,
  change: ContactChange,
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
  { sessions }: CarryOutContactChanges,
  employee: Employee,
  change: ContactChange,
): Promise<boolean> {
  const account = await sessions.findAccount(accountIdOf(employee.nip));
  return account.frozen !== undefined || isChangeVoid(change, account, employee);
}

/**
 * Whether a reset or a freeze came in between, an officer's change of what logins depend on (`isVoid`), or of the number. A number
 * does not fall with a change of the own address, which ends sessions too.
 */
export function isChangeVoid(
  { field, from, askedAt }: ContactChange,
  account: Pick<AccountState, "validFrom">,
  employee: Employee,
): boolean {
  if (field === "phone") return isVoid(askedAt, account) || employee.phone !== from;
  return isVoid(askedAt, account, employee);
}

function isSaved(
  { email, emailChangedAt, phone }: Employee,
  { field, to, askedAt }: ContactChange,
): boolean {
  return field === "phone" ? phone === to : isSameMailbox(email, to) && emailChangedAt === askedAt;
}

/** The wait of codes has passed already: it began when the old address was told. */
async function save(
  { employees }: CarryOutContactChanges,
  employee: Employee,
  { field, to, askedAt }: ContactChange,
  at: Date,
): Promise<"done" | "void" | undefined> {
  const actor = { role: "holder", id: employee.id } as const;
  const told = { at, actor, action: "changed", emailToldAt: askedAt } as const;
  const next = revise(employee, { [field]: to }, told);
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

const actions: Readonly<Record<ContactField, Readonly<Record<"done" | "void", AccountAction>>>> = {
  email: { done: "email-change-done", void: "email-change-cancelled" },
  phone: { done: "phone-changed", void: "phone-change-cancelled" },
};
const actor: Actor = { role: "system" };

async function end<Outcome extends "done" | "void">(
  { contactChanges, accountHistory }: CarryOutContactChanges,
  change: ContactChange,
  outcome: Outcome,
  at: Date,
): Promise<Outcome | undefined> {
  if (!(await contactChanges.take(change))) return undefined;
  const { employeeId, field } = change;
  await accountHistory.note({ employeeId, action: actions[field][outcome], actor, at });
  return outcome;
}
