/** What happened to somebody's account, as officers read it: who did it, and who approved it. */
import type { AccountAnswer } from "#shared/account/account-answers.ts";
import { type AccountAction, isAccountAction } from "#shared/audit/account-actions.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { type EmployeeId, fullName, isEmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";

type Events = AccountAnswer["events"];

/** The newest are told. */
const most = 10;

/** Where and how often somebody is signed in is told to the holder only. */
const holdersOnly: ReadonlySet<AccountAction> = new Set([
  "signed-in",
  "signed-in-new-device",
  "signed-in-by-qr",
  "qr-login-refused",
  "signed-out",
  "session-ended",
  "sessions-ended",
]);

/**
 * Officers have today's names, but for those of another agency, which the person may have come from (decision 0053); operators
 * and the holder are told by their part. The names are one read, and none where no officer did anything.
 * @param entries newest first
 */
export async function tellAccountEvents(
  { employees }: { readonly employees: Pick<Employees, "findAll"> },
  entries: readonly AuditEntry[],
  by: { readonly instansiId: string },
): Promise<Events> {
  const told = entries
    .flatMap(({ action, ...entry }) =>
      isAccountAction(action) && !holdersOnly.has(action) ? [{ ...entry, action }] : [],
    )
    .slice(0, most);
  const people = await employees.findAll(told.flatMap(officersOf));
  const nameOf = (id: string | undefined) => {
    const person = id !== undefined && isEmployeeId(id) ? people.get(id) : undefined;
    return person?.instansiId === by.instansiId ? { name: fullName(person) } : {};
  };
  return told.map(({ revision, at, action, actor: { role, id }, approvedBy, reason }) => {
    const isOfficers = role === "officer";
    return {
      ...{ id: String(revision), at, action },
      by: { role, ...(isOfficers && nameOf(id)) },
      ...(approvedBy !== undefined && { approvedBy: isOfficers ? nameOf(approvedBy) : {} }),
      ...(reason !== undefined && { reason }),
    };
  });
}

function officersOf({ actor, approvedBy }: Pick<AuditEntry, "actor" | "approvedBy">): EmployeeId[] {
  if (actor.role !== "officer") return [];
  return [actor.id, approvedBy].filter((id) => id !== undefined).filter(isEmployeeId);
}
