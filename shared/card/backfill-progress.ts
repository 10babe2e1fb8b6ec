import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";

/** How far a walk over all cards has come. */
export const backfill = z.object({
  /** Names the looks in which the cards shall be drawn. */
  templateVersion: z.string(),
  state: z.enum(["running", "stopped", "done"]),
  /** Where the next page begins; undefined before the first page and after the last. */
  cursor: z.string().optional(),
  /** Cards that were looked at. */
  seen: z.number(),
  /** Cards that were in another look, and whose drawing was asked for. */
  asked: z.number(),
  startedAt: z.string(),
  updatedAt: z.string(),
  /** Counts the writes. A process that finds another step than its own last one has been replaced, and ends. */
  step: z.number(),
});
export type Backfill = Readonly<z.infer<typeof backfill>>;

/** In which look a holder's card is drawn now; undefined when it has a number and no drawing. */
interface CardLook {
  readonly employeeId: EmployeeId;
  readonly templateVersion: string | undefined;
}

export interface CardPage {
  readonly cards: readonly CardLook[];
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
