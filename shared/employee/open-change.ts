import * as z from "zod";
import { type EmployeeId, employeeId } from "./employee.ts";

const minute = 60_000;

/** How long a change may take before anybody asks for it again, milliseconds. Until then it may still be in its ordinary queue. */
export const patienceMs = 2 * minute;

/** A change of a card that is not drawn yet, or was given up. A holder has at most one: that of the newest revision. */
export const openChange = z.object({
  /** Whose card. */
  id: employeeId,
  /** The record's revision that made the change. */
  revision: z.int(),
  /** ISO instant of the change. */
  since: z.string(),
  /** ISO instant: the reconciler asks for it again from then on. Absent once it was given up. */
  dueAt: z.string().optional(),
  /** ISO instant at which the reconciler gave it up. */
  givenUpAt: z.string().optional(),
});
export type OpenChange = Readonly<z.infer<typeof openChange>>;
export type DueChange = OpenChange & { readonly dueAt: string };

/**
 * Changes of cards that are not drawn yet. A save opens one in its own transaction; whoever has drawn a revision closes what
 * is no newer than that. So the work of finding what a dead function left is that of what is open, not of all that happened.
 */
export interface OpenChanges {
  /**
   * Ends the holder's change, unless it is of a newer revision.
   * @param revision of the record that was drawn, or that can have no card
   */
  close(id: EmployeeId, revision: number): Promise<void>;
  /** Changes to ask for, those that wait longest first (read eventually consistently, so they may be over). */
  due(now: Date, limit: number): Promise<DueChange[]>;
  /** Takes a due change for this run. @returns false when it is over, or another run took it */
  postpone(change: DueChange, until: Date): Promise<boolean>;
  /** Stops asking for a change. @returns false when it is over, or another run took it */
  giveUp(change: DueChange, at: Date): Promise<boolean>;
}
