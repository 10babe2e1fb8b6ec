import { Busy } from "#shared/runtime/errors.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import {
  type Added,
  type Attendee,
  added,
  emptyMonth,
  monthsOf,
  type Refusal,
} from "./attendance-month.ts";
import type { AttendanceMonths } from "./attendance-months.ts";
import type { Reading } from "./reading.ts";

/** As often as the same month may have been changed by somebody else meanwhile. */
const attempts = 5;
const busySeconds = 5;
/** One import must leave room for others below the writes that a table takes (decision 0039). */
const atOnce = 4;

type Outcome = "added" | "known" | Refusal;

/** Readings of one person, in an import. */
export interface TheirReadings {
  readonly attendee: Attendee;
  readonly readings: readonly Reading[];
}

interface Tally {
  /** People of whom a month has changed, and those whose months had it all. */
  readonly added: number;
  readonly known: number;
  readonly refused: readonly {
    readonly person: Attendee["person"];
    readonly month: string;
    readonly why: Refusal;
  }[];
}

type Months = Pick<AttendanceMonths, "find" | "save">;

/** Adds what machines read: each month of a person is written once, whatever the number of readings. It may be done again. */
export async function addReadings(
  { months }: { readonly months: Months },
  people: readonly TheirReadings[],
): Promise<Tally> {
  const parts = people.flatMap(({ attendee, readings }) => {
    const byMonth = new Map<string, Reading[]>();
    for (const each of readings)
      for (const month of monthsOf(each)) byMonth.set(month, [...(byMonth.get(month) ?? []), each]);
    return [...byMonth].map(([month, its]) => ({ attendee, month, more: { readings: its } }));
  });
  const outcomes = await sideBySide(
    parts,
    async ({ attendee, month, more }) => ({
      ...{ person: attendee.person, month },
      why: await addToMonth({ months }, { attendee, month }, more),
    }),
    atOnce,
  );
  const whys = [...Map.groupBy(outcomes, ({ person }) => person).values()].map((each) =>
    each.map(({ why }) => why),
  );
  return {
    added: whys.filter((each) => each.includes("added")).length,
    known: whys.filter((each) => each.every((why) => why === "known")).length,
    refused: outcomes.flatMap(({ why, ...whose }) =>
      why === "closed" || why === "full" ? [{ ...whose, why }] : [],
    ),
  };
}

/**
 * Adds to one month, onto whatever others have added.
 * @throws Busy when others change it again and again
 */
async function addToMonth(
  { months }: { readonly months: Months },
  { attendee, month }: { readonly attendee: Attendee; readonly month: string },
  more: Added,
): Promise<Outcome> {
  const { instansiId, person } = attendee;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const found = await months.find({ instansiId, month }, person);
    const before = found ?? emptyMonth(attendee, month);
    const next = added(before, more);
    if (next === before) return "known";
    if (typeof next === "string") return next;
    // The record may have moved to another unit since.
    if (await months.save({ ...next, ...attendee })) return "added";
  }
  throw new Busy(busySeconds);
}
