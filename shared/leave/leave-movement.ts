/** What can happen to days of annual leave (services.md 1.4): the lines of the ledger, see leave-ledger.ts. */
import * as z from "zod";

export const movementKinds = [
  /** The right to a year's days. */
  "grant",
  /** Into this year, out of the one before; what is left there lapses, or is restored when more of it turns out to be usable. */
  "carry",
  "lapse",
  "restore",
  /** Held for a request on its way; let go; become leave. */
  "reserve",
  "release",
  "take",
  /** Leave given back: all of it; what was not spent of it; days that are holidays after all. */
  "cancel",
  "recall",
  "recount",
  /** Added for a cuti bersama on which the post did not let one be away. */
  "joint-leave",
  /** Let go because the PYBMC put the leave off (ditangguhkan): usable in the next year. */
  "postpone",
  /** Lost to a cuti besar of the same year. */
  "forfeit",
  /** An officer's, with a reason; also of the days before this ledger. Below zero it takes days away. */
  "correction",
] as const;
export type MovementKind = (typeof movementKinds)[number];

export const movement = z.strictObject({
  kind: z.enum(movementKinds),
  /** On whose account: the year in which the days lie. */
  year: z.int(),
  /** Whose right they are: this year's, one of the two before, or, of a PPPK's first year, the next one's. */
  source: z.int(),
  /** Of what was added for cuti bersama: usable in its year only. */
  joint: z.literal(true).exactOptional(),
  days: z.int(),
  /** What made it. One cause makes one movement of a kind, request, year and source: another one like it is the same one again. */
  cause: z.string().min(1),
  /** The request it is about. */
  leave: z.string().exactOptional(),
  /** Day of the movement. */
  on: z.string(),
});
export type Movement = Readonly<z.infer<typeof movement>>;
/** Where days stand. */
export type LotKey = Pick<Movement, "year" | "source" | "joint">;
