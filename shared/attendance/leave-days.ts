/** Days of leave that was given: they are read when a month is judged, so one that is approved late fills in by itself (decision 0115). */
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { StoredLeave } from "#shared/leave/known-leave.ts";
import type { LeaveLedgers } from "#shared/leave/leave-ledgers.ts";
import { type AttendanceMonth, spanOf } from "./attendance-month.ts";

export interface ReadLeaves {
  readonly ledgers: Pick<LeaveLedgers, "leavesOf">;
}

type Leaves = ReadonlyMap<EmployeeId, readonly StoredLeave[]>;

/**
 * A month with the leave of its days. A closed one has what was known when it was closed: a leave that came later counts after it was opened.
 * @param leaves of its person among others
 */
export function withLeave<T extends AttendanceMonth>(month: T, leaves: Leaves): T {
  const more = absencesOf(month, leaves);
  if (month.closed || more.length === 0) return month;
  const others = month.absences.filter(({ source }) =>
    more.every((each) => each.source !== source),
  );
  return { ...month, absences: [...others, ...more] };
}

/** Whether a leave was given, changed or called off since a month was closed. */
export function hasLateLeave(month: AttendanceMonth, leaves: Leaves): boolean {
  if (!month.closed) return false;
  const contentOf = (absences: AttendanceMonth["absences"]) =>
    JSON.stringify(absences.map(({ source, days }) => [source, days]).sort());
  const known = month.absences.filter(({ source }) => source.startsWith("req_"));
  return contentOf(known) !== contentOf(absencesOf(month, leaves));
}

function absencesOf(
  { person, month }: Pick<AttendanceMonth, "person" | "month">,
  leaves: Leaves,
): AttendanceMonth["absences"] {
  const span = spanOf(month);
  return (leaves.get(person) ?? [])
    .filter(({ isGiven, from, to }) => isGiven && from <= span.until && to >= span.from)
    .map(({ id, kind, from, to }) => ({
      ...{ source: id, revision: 1 },
      days: [
        {
          kind: kind === "sakit" ? ("sakit" as const) : ("cuti" as const),
          from: from > span.from ? from : span.from,
          until: to < span.until ? to : span.until,
        },
      ],
    }));
}
