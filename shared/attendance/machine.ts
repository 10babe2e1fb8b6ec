/** A machine at the door: where its clock is meant to be, and how wrong it was when. */
import * as z from "zod";
import { type Zone, zones } from "#shared/runtime/zone.ts";
import { clockTime, machineId, minuteOf, type Reading } from "./reading.ts";

export const machine = z.strictObject({
  id: machineId,
  name: z.string().min(1).max(100),
  zone: z.enum(zones),
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
