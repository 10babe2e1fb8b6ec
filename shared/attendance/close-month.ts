import type { EmployeeId } from "#shared/employee/employee.ts";
import {
  type AttendanceMonth,
  type Attendee,
  emptyMonth,
  isBegun,
  monthBefore,
  spanOf,
} from "./attendance-month.ts";
import type { AttendanceMonths } from "./attendance-months.ts";
import { minuteOf } from "./reading.ts";
import type { judgeFor } from "./recap-month.ts";

interface Closing {
  readonly months: Pick<AttendanceMonths, "find" | "save">;
  /** Of the agency and month. */
  readonly judge: Awaited<ReturnType<typeof judgeFor>>;
  readonly now: Date;
  /** Who closes it. */
  readonly by?: EmployeeId;
  /** Adds what is read with a month, and then stays in it: days of leave. */
  readonly complete?: (month: AttendanceMonth) => AttendanceMonth;
}

/**
 * Closes the month of one person, also of one whom no machine has read: a recap that is handed on changes no more.
 * @returns `before-open` when the month before has begun and is open: its days are not counted yet. `raced`: it changed meanwhile, and is to be
 * closed again
 */
export async function closeMonth(
  { months, judge, now, by, complete = (month) => month }: Closing,
  attendee: Attendee,
  month: string,
): Promise<"closed" | "not-over" | "before-open" | "raced"> {
  const { instansiId, person } = attendee;
  // The last night of a month ends in the next one, and no zone is more than a day ahead.
  if (minuteOf(`${spanOf(month).until}T00:00:00`) + 3 * 1440 > now.getTime() / 60_000)
    return "not-over";
  const [found, earlier] = await Promise.all([
    months.find({ instansiId, month }, person),
    months.find({ instansiId, month: monthBefore(month) }, person),
  ]);
  if (found?.closed) return "closed";
  if (earlier && isBegun(earlier) && !earlier.closed) return "before-open";
  const its = complete({ ...(found ?? emptyMonth(attendee, month)), ...attendee });
  const { absentInYear, run } = judge(its, earlier?.closed).recap;
  const closed = { at: now.toISOString(), ...(by && { by }), absentInYear, run };
  const isSaved = await months.save({ ...its, closed, revision: its.revision + 1 });
  return isSaved ? "closed" : "raced";
}
