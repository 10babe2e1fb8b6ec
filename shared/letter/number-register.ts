/**
 * The register of an agency's numbers of a year: each is reserved when its letter goes to be signed, fixed when it is signed, or void with a
 * reason. None is used twice, and none is missing without one (decision 0108).
 */
import * as z from "zod";
import { dayIn, type Zone } from "#shared/runtime/zone.ts";
import { type LetterId, letterId } from "./letter.ts";
import type { Place } from "./letter-number.ts";
import { ruleOf } from "./letter-rules.ts";

const numberStates = ["reserved", "fixed", "void"] as const;

/** What the report says of a number. */
export const reportStates = [...numberStates, "given", "unexplained"] as const;

export const registered = z.object({
  instansiId: z.string(),
  year: z.string(),
  urut: z.int().min(1),
  inserted: z.int().min(1).exactOptional(),
  state: z.enum(numberStates),
  letter: letterId,
  /** ISO instant of the reservation. */
  at: z.string(),
  /** Of a fixed one: as printed, and the letter's day. */
  text: z.string().exactOptional(),
  day: z.string().exactOptional(),
  /** Of a void one. */
  reason: z.string().exactOptional(),
});
export type Registered = Readonly<z.infer<typeof registered>>;

/** A year's register as it is read: the last number that was given, and which of them have no entry yet. */
export interface Register {
  readonly last: number;
  /** Given to a letter at a moment, and not written into the letter since: its draft died in between. */
  readonly given: ReadonlyMap<number, LetterId>;
  readonly entries: readonly Registered[];
}

/** A line of the report. "unexplained" never happens; if it did, the report says it. */
export type ReportLine =
  | Registered
  | (Place & { readonly state: "given"; readonly letter: LetterId })
  | (Place & { readonly state: "unexplained" });

/** One line for each number, the inserted ones behind those they follow. */
export function reportOf({ last, given, entries }: Register): ReportLine[] {
  const known = new Map<number, Registered[]>();
  for (const each of entries) known.set(each.urut, [...(known.get(each.urut) ?? []), each]);
  const highest = Math.max(last, ...known.keys());
  return Array.from({ length: highest }, (_, i) => i + 1).flatMap((urut): ReportLine[] => {
    const found = (known.get(urut) ?? []).toSorted((a, b) => (a.inserted ?? 0) - (b.inserted ?? 0));
    if (found.some(({ inserted }) => inserted === undefined)) return found;
    const letter = given.get(urut);
    const own: ReportLine =
      letter === undefined ? { urut, state: "unexplained" } : { urut, state: "given", letter };
    return [own, ...found];
  });
}

/** Whose register a number is taken from: the year of the agency's own calendar. */
export function registerYear(zone: Zone, now: Date): string {
  return dayIn(zone, now).slice(0, 4);
}

/** Why no number can be inserted after another one for a letter of an earlier day; undefined when it can. */
export function insertionProblem(
  { last, entries }: Pick<Register, "last" | "entries">,
  { after, day, today }: { readonly after: number; readonly day: string; readonly today: string },
): "number-unknown" | "day-too-late" | "day-too-early" | "number-full" | undefined {
  if (after < 1 || after > last) return "number-unknown";
  if (day > today) return "day-too-late";
  const days = entries.filter(({ state }) => state === "fixed");
  const before = days.filter(({ urut }) => urut <= after).map((each) => each.day ?? "");
  const behind = days.filter(({ urut }) => urut > after).map((each) => each.day ?? day);
  if (before.some((each) => each > day)) return "day-too-early";
  if (behind.some((each) => each < day)) return "day-too-late";
  const inserted = entries.filter((each) => each.urut === after && each.inserted !== undefined);
  return inserted.length >= ruleOf("insertedAfterOne") ? "number-full" : undefined;
}
