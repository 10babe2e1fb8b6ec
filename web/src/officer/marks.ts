/** Who of the list is chosen for one change: kept in this tab over pages and a reload, until the logout. */
import { tabDraft } from "../tab-draft.ts";

/** As many as one change takes (shared/bulk-change/bulk-change.ts). */
export const mostMarks = 500;

const kept = tabDraft<readonly string[]>("kartu-marks");

export const readMarks = (): readonly string[] => kept.read() ?? [];

/** @returns what is chosen from now on */
export function keepMarks(ids: readonly string[]): readonly string[] {
  const marks = [...new Set(ids)].slice(0, mostMarks);
  if (marks.length === 0) kept.forget();
  else kept.keep(marks);
  return marks;
}
