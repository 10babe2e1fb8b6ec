/** A change of a record that was begun: see tab-draft.ts. */
import type { EmployeeChange } from "#shared/employee/employee-rules.ts";
import { tabDraft } from "../tab-draft.ts";

export interface Draft {
  /** Only the fields that were changed, so that saving does not undo changes of others. */
  readonly changes: EmployeeChange;
  readonly reason: string;
}

const kept = tabDraft<Draft & { readonly employeeId: string }>("kartu-draft");

export function keepDraft(employeeId: string, draft: Draft): void {
  const isEmpty = draft.reason === "" && Object.keys(draft.changes).length === 0;
  if (isEmpty) forgetDraft();
  else kept.keep({ ...draft, employeeId });
}

/** @returns what was begun at this record */
export function draftOf(employeeId: string): Draft | undefined {
  const begun = kept.read();
  return begun?.employeeId === employeeId
    ? { changes: begun.changes, reason: begun.reason }
    : undefined;
}

export function forgetDraft(): void {
  kept.forget();
}
