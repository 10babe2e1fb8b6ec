/** Who was there: attendance of each session, against the share of all of them that a certificate asks for. Pure. */
import * as z from "zod";
import type { Session } from "./training-offer.ts";
import type { TrainingTerms } from "./training-terms.ts";

/** Who is excused was not there: the threshold leaves room for it. */
export const attendanceMarks = ["present", "absent", "excused"] as const;

/** By the place of the session in the offer; one that nobody has entered is not there. */
const attendanceList = z.record(z.string().regex(/^\d{1,3}$/), z.enum(attendanceMarks));
export type AttendanceList = Readonly<z.infer<typeof attendanceList>>;

export interface Attendance {
  /** Minutes of all sessions, and of those with the person. */
  readonly minutes: number;
  readonly present: number;
  /** Of the whole, rounded down: 79.9 is not 80. */
  readonly percent: number;
  /** Sessions without a mark. */
  readonly missing: number;
  readonly isEnough: boolean;
}

/** A long session counts for more than a short one. */
export function attendanceOf(
  sessions: readonly Session[],
  list: AttendanceList,
  { attendancePercent }: Pick<TrainingTerms, "attendancePercent">,
): Attendance {
  const all = sessions.map((each, at) => ({ minutes: minutesOf(each), mark: list[String(at)] }));
  const sum = (some: typeof all) => some.reduce((whole, each) => whole + each.minutes, 0);
  const [minutes, present] = [sum(all), sum(all.filter(({ mark }) => mark === "present"))];
  return {
    ...{ minutes, present },
    percent: minutes === 0 ? 0 : Math.floor((100 * present) / minutes),
    missing: all.filter(({ mark }) => mark === undefined).length,
    isEnough: minutes > 0 && 100 * present >= attendancePercent * minutes,
  };
}

function minutesOf({ from, until }: Session): number {
  const at = (time: string) => {
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    return hours * 60 + minutes;
  };
  return Math.max(0, at(until) - at(from));
}
