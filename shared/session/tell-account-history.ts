import type { AccountHistory } from "#shared/account/account-history.ts";
import { isAccountAction } from "#shared/audit/account-actions.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { AccountHistoryAnswer } from "./account-answers.ts";

/** Entries to a page. */
const pageSize = 20;

/** A page of the own account's history. Officers and operators are not named: only their people see who they are. */
export async function tellAccountHistory(
  { accountHistory }: { readonly accountHistory: Pick<AccountHistory, "page"> },
  { employeeId, from }: { readonly employeeId: EmployeeId; readonly from?: string | undefined },
): Promise<AccountHistoryAnswer> {
  const { items, next } = await accountHistory.page({ employeeId, limit: pageSize, from });
  return { items: items.flatMap(told), ...(next ? { cursor: next } : {}) };
}

function told({
  revision,
  at,
  action,
  actor: { role },
  origin,
}: AuditEntry): AccountHistoryAnswer["items"] {
  if (!isAccountAction(action)) return [];
  return [{ id: String(revision), at, action, by: role, ...(origin && { origin }) }];
}
