/** What a machine at the door has told: whose finger, and what its own clock said. It is kept as it came, whatever is known later. */
import * as z from "zod";

/** "2026-03-02T07:31:05": a clock's words, without a zone. */
export const clockTime = z.iso.datetime({ local: true, precision: 0, offset: false });

export const machineId = z.string().regex(/^[a-z0-9-]{1,20}$/);

/** What the button said that was pressed. People press the wrong one: it never decides alone. */
const ways = ["in", "out"] as const;
export type Way = (typeof ways)[number];

export const reading = z.strictObject({
  machine: machineId,
  time: clockTime,
  way: z.enum(ways).exactOptional(),
  /** Of a «Kode hadir» that a gate read: its half minute (`stepOf`). Two gates that saw the same one cannot both be right (decision 0123). */
  step: z.int().min(0).exactOptional(),
});
export type Reading = Readonly<z.infer<typeof reading>>;

/** Of one person, a machine's second word for the same time is the same reading. */
const keyOf = ({ machine, time }: Reading): string => `${time}|${machine}`;

/**
 * Readings of one person, each once and in the order of their clocks, however often and in whichever order they came. Where two say different
 * ways, "in" stays, so that the order does not matter.
 */
export function together(...all: readonly (readonly Reading[])[]): readonly Reading[] {
  const known = new Map<string, Reading>();
  for (const each of all.flat()) {
    const before = known.get(keyOf(each));
    if (!before || (before.way ?? "z") > (each.way ?? "z")) known.set(keyOf(each), each);
  }
  return [...known.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** Minutes of a clock since 1970, as if it had no zone. Seconds do not count: 07:30:59 is 07:30, as people read it. */
export function minuteOf(time: string): number {
  return Math.floor(Date.parse(`${time}Z`) / 60_000);
}

/** "2026-03-02T07:31" of its minutes. */
export function timeOfMinute(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16);
}
