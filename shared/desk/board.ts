/** How good an agency's data are: what was counted of its people, and when (decision 0050). */
import * as z from "zod";
import type { Employee } from "#shared/employee/employee.ts";
import { isCounted, qualityOf } from "#shared/employee/quality.ts";
import { type MeasuredCode, measuredCodes } from "#shared/employee/quality-indicators.ts";
import { lastSoonDay } from "#shared/employee/tags.ts";

/** By an indicator's code. One that was not measured yet at that time is not there. */
const byCode = z.record(z.string(), z.int());

/** What is counted of some people. */
export const boardCounts = z.object({
  /** Who has not left. */
  people: z.int(),
  /** Records that cannot be read; an operator has been alarmed. */
  unreadable: z.int(),
  /** Whose contract ends within `endsSoonDays`. */
  ending: z.int(),
  /** Who fails an indicator; and who has nothing to compare, which is neither good nor bad. */
  failing: byCode,
  unknown: byCode,
});
export type BoardCounts = Readonly<z.infer<typeof boardCounts>>;

export const board = boardCounts.extend({
  instansiId: z.string(),
  /** ISO instant at which the counting began. */
  asOf: z.string(),
});
export type Board = Readonly<z.infer<typeof board>>;

export interface Boards {
  /** Eventually consistent. */
  find(instansiId: string): Promise<Board | undefined>;
  /** Keeps a count, unless a newer one is there. */
  put(board: Board): Promise<void>;
}

export const noCounts: BoardCounts = {
  ...{ people: 0, unreadable: 0, ending: 0, failing: {}, unknown: {} },
};

/** The counts with some more people in them. @param day on which they are judged, "YYYY-MM-DD" */
export function withPeople(
  counts: BoardCounts,
  { people, unreadable }: { readonly people: readonly Employee[]; readonly unreadable: number },
  day: string,
): BoardCounts {
  const failing = { ...counts.failing };
  const unknown = { ...counts.unknown };
  const counted = people.filter((employee) => isCounted(employee, day));
  for (const employee of counted) {
    const verdicts = qualityOf(employee, day);
    for (const code of measuredCodes) {
      if (verdicts[code] === "fails") addOne(failing, code);
      if (verdicts[code] === "unknown") addOne(unknown, code);
    }
  }
  return {
    people: counts.people + counted.length,
    unreadable: counts.unreadable + unreadable,
    ending: counts.ending + counted.filter((employee) => endsSoon(employee, day)).length,
    ...{ failing, unknown },
  };
}

function addOne(counts: Record<string, number>, code: MeasuredCode): void {
  counts[code] = (counts[code] ?? 0) + 1;
}

/** As the list of people says it. Who is counted has a contract that goes on. */
function endsSoon({ contractEnd }: Pick<Employee, "contractEnd">, day: string): boolean {
  return contractEnd !== undefined && contractEnd <= lastSoonDay(day);
}
