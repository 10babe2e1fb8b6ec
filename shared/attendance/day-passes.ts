/** Which readings belong to which day's work, and which of them are its beginning and its end. */
import type { AttendanceTerms } from "./attendance-terms.ts";
import type { Way } from "./reading.ts";
import type { Expected } from "./schedule.ts";

/** Somebody at a door, at the right time of their own clock. */
export interface Pass {
  /** As `minuteOf` has it. */
  readonly minute: number;
  /** What says so: a machine, or the id of a correction. */
  readonly by: string;
  readonly way?: Way;
}

/** From the first minute to the last one, in which a pass belongs to the shift. */
export interface Window {
  readonly expected: Expected;
  readonly from: number;
  readonly until: number;
}

/** How long a day is taken to be whose end nobody has said. */
const usualLength = 480;
const endOf = ({ start, end }: Expected) => end ?? start + usualLength;

/** Where two shifts would share a time, it is halved between the end of one and the start of the next. */
export function windowsOf(
  shifts: readonly Expected[],
  termsOf: (day: string) => AttendanceTerms,
): readonly Window[] {
  return shifts.map((expected, i) => {
    const { opensMinutes, closesMinutes } = termsOf(expected.day);
    const [before, after] = [shifts[i - 1], shifts[i + 1]];
    const opens = expected.start - opensMinutes;
    const closes = endOf(expected) + closesMinutes;
    return {
      expected,
      from: before ? Math.max(opens, middle(endOf(before), expected.start) + 1) : opens,
      until: after ? Math.min(closes, middle(endOf(expected), after.start)) : closes,
    };
  });
}

const middle = (one: number, other: number) => Math.floor((one + other) / 2);

export interface Chosen {
  readonly in?: Pass;
  readonly out?: Pass;
}

/**
 * The first pass and the last one. A single one, laid on once or more, is the beginning in the first half of the shift, and the end in the
 * second; the button only says where there is doubt: an "in" in the first half is no end, an "out" in the second no beginning.
 * @param passes of one shift, by time
 */
export function chosenOf(
  passes: readonly Pass[],
  expected: Expected,
  { doubleMinutes }: Pick<AttendanceTerms, "doubleMinutes">,
): Chosen {
  const [first, last] = [passes[0], passes.at(-1)];
  if (!first || !last) return {};
  const half = middle(expected.start, endOf(expected));
  const isOne = last.minute - first.minute <= doubleMinutes;
  if (isOne) return first.minute < half ? { in: first } : { out: last };
  return {
    ...(!(first.way === "out" && first.minute >= half) && { in: first }),
    ...(!(last.way === "in" && last.minute < half) && { out: last }),
  };
}
