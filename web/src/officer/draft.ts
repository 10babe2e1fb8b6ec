/** A change of a record that was begun: see tab-draft.ts. */
import type { EmployeeChange } from "#shared/employee/employee-rules.ts";
import { tabDraft } from "../tab-draft.ts";
import type { FileTexts, SourceTexts } from "./source-fields.tsx";

export interface Draft extends SourceTexts, Partial<FileTexts> {
  /** Only the fields that were changed, so that saving does not undo changes of others. */
  readonly changes: EmployeeChange;
  /** What the record said of these fields when they were typed: whoever changed one meanwhile is told by it. */
  readonly before: EmployeeChange;
  /** Of the record that the change was begun on. */
  readonly revision: number;
  readonly reason: string;
}

const kept = tabDraft<Draft & { readonly employeeId: string }>("kartu-draft");

export function keepDraft(employeeId: string, draft: Draft): void {
  const { reason, sourceNumber, sourceDay, sourceFile } = draft;
  const typed = [reason, sourceNumber, sourceDay, sourceFile, ...Object.keys(draft.changes)];
  if (typed.every((each) => !each)) forgetDraft();
  else kept.keep({ ...draft, employeeId });
}

/** @returns what was begun at this record */
export function draftOf(employeeId: string): Draft | undefined {
  const { employeeId: of, ...begun } = kept.read() ?? {};
  return of === employeeId && isWhole(begun) ? begun : undefined;
}

/** A draft of a release before this one says less. */
function isWhole(begun: Partial<Draft>): begun is Draft {
  return begun.before !== undefined && begun.revision !== undefined;
}

export function forgetDraft(): void {
  kept.forget();
}
