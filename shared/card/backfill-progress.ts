import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";

/** How far a walk over all cards has come. */
export const backfill = z.object({
  /** What all cards shall be: `Goal.name`. */
  goal: z.string(),
  state: z.enum(["running", "stopped", "done"]),
  /** Where the next page begins; undefined before the first page and after the last. */
  cursor: z.string().optional(),
  /** Cards that were looked at. */
  seen: z.number(),
  /** Cards that were not so, and whose drawing was asked for. */
  asked: z.number(),
  startedAt: z.string(),
  updatedAt: z.string(),
  /** Counts the writes. A process that finds another step than its own last one has been replaced, and ends. */
  step: z.number(),
});
export type Backfill = Readonly<z.infer<typeof backfill>>;

/** How a holder's card is drawn now. */
export interface DrawnCard {
  readonly employeeId: EmployeeId;
  /** Of its look; undefined when it has a number and no drawing. */
  readonly templateVersion: string | undefined;
  /** The key that signed what is in its QR; undefined when it is not signed. */
  readonly signedBy: string | undefined;
}

export interface CardPage {
  readonly cards: readonly DrawnCard[];
  readonly next: string | undefined;
}

/** A walk over all cards, and its progress. */
export interface Backfills {
  /** The last walk's progress (strongly consistent read). */
  find(): Promise<Backfill | undefined>;
  /** Writes the step after the one that was seen. @returns false when someone else wrote it */
  save(progress: Backfill): Promise<boolean>;
  /** Some of the cards, in no order; a page may hold none and not be the last. One that cannot be read is reported. */
  page(cursor: string | undefined): Promise<CardPage>;
}
