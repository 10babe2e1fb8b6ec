import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";

/** How far a walk over all cards has come. */
export const backfill = z.object({
  /** What cards are to be drawn in. */
  templateVersion: z.string(),
  state: z.enum(["running", "stopped", "done"]),
  /** Where the next page begins; undefined before the first page and after the last. */
  cursor: z.string().optional(),
  /** Cards that were looked at. */
  seen: z.number(),
  /** Cards that were found in another template, and asked for. */
  asked: z.number(),
  startedAt: z.string(),
  updatedAt: z.string(),
  /** Counts the writes: who saves over another step than the one it saw is no longer in charge. */
  step: z.number(),
});
export type Backfill = Readonly<z.infer<typeof backfill>>;

/** In which template a holder's card is drawn now; undefined when it has a number and no drawing. */
interface CardLook {
  readonly employeeId: EmployeeId;
  readonly templateVersion: string | undefined;
}

export interface CardPage {
  readonly cards: readonly CardLook[];
  readonly next: string | undefined;
}

/** All cards, walked from end to end, and how far the walk is. */
export interface Backfills {
  /** The last walk's progress (strongly consistent read). */
  find(): Promise<Backfill | undefined>;
  /** Writes the step after the one that was seen. @returns false when someone else wrote it */
  save(progress: Backfill): Promise<boolean>;
  /** Some of the cards, in no order; a page may hold none and not be the last. One that cannot be read is reported. */
  page(cursor: string | undefined): Promise<CardPage>;
}
