/** Days of a calendar that have changed: whoever keeps counts of working days counts again (decision 0107). */
import * as z from "zod";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { calendarDay } from "./holiday.ts";

export const changedDays = z.object({
  /** Sorts by the time of the change; it is unique because each change has its line of history. */
  id: z.string(),
  /** Absent: of the whole country. */
  instansiId: z.string().exactOptional(),
  /** The first and the last day that may be another one now. */
  from: calendarDay,
  until: calendarDay,
});
export type ChangedDays = Readonly<z.infer<typeof changedDays>>;

export interface DaySpan {
  readonly from: string;
  readonly until: string;
}

/** What a change leaves behind for those who count. */
export function changeOf(
  { subjectId, revision, at }: Pick<AuditEntry, "subjectId" | "revision" | "at">,
  { from, until }: DaySpan,
  instansiId?: string,
): ChangedDays {
  const id = `${at} ${subjectId} ${revision}`;
  return { id, from, until, ...(instansiId !== undefined && { instansiId }) };
}

/** From the first of some days to the last. */
export function spanOfDays(days: readonly string[]): DaySpan {
  const sorted = days.toSorted();
  return { from: sorted[0] ?? "", until: sorted.at(-1) ?? "" };
}
