/** A machine at the door: where its clock is meant to be, and how wrong it was when. */
import * as z from "zod";
import type { Sighting } from "#shared/presence/settle-sightings.ts";
import { type Zone, zones } from "#shared/runtime/zone.ts";
import { clockTime, machineId, minuteOf, type Reading } from "./reading.ts";

export const machine = z.strictObject({
  id: machineId,
  name: z.string().min(1).max(100),
  zone: z.enum(zones),
  /** A page that reads «Kode hadir» instead of a device with a memory of its own. */
  kind: z.literal("gate").exactOptional(),
  /** By the machine's own clock. Minutes that are added to what it says: 7 of one that was seven minutes slow. */
  clocks: z
    .array(
      z.strictObject({
        from: clockTime,
        until: clockTime.exactOptional(),
        minutes: z.int().min(-1440).max(1440),
      }),
    )
    .max(50)
    .readonly(),
});
export type Machine = Readonly<z.infer<typeof machine>>;

const hours: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 };

/** The machine's name in a reading of a gate is the gate; what else has no step. @param zone of the person, where nobody knows the gate any more */
export function sightingOf(
  { machine: gate, time, step }: Reading,
  machine: Machine | undefined,
  zone: Zone,
): Sighting | undefined {
  if (step === undefined) return undefined;
  const at = Date.parse(`${time}Z`) - 3_600_000 * hours[machine?.zone ?? zone];
  return { gate, step, at };
}

/**
 * When it was by the clocks of a zone, in minutes as `minuteOf` has them. What is said of the machine's clock later counts for the readings
 * of before: they are kept as they came.
 * @param machine undefined: one that nobody knows any more, whose clock is taken as right
 */
export function rightMinute(
  { time }: Pick<Reading, "time">,
  machine: Machine | undefined,
  zone: Zone,
): number {
  if (!machine) return minuteOf(time);
  const wrong = machine.clocks.findLast(
    ({ from, until = "9999" }) => from <= time && time <= until,
  );
  return minuteOf(time) + (wrong?.minutes ?? 0) + 60 * (hours[zone] - hours[machine.zone]);
}
