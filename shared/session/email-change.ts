/**
 * A change of the e-mail address that its holder has asked for and confirmed at the new address. It takes effect after a wait,
 * in which the old address stays the one that counts and hears of it (decision 0037).
 */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import type { Id } from "#shared/runtime/ids.ts";

export const emailChange = z.object({
  employeeId,
  id: z.string(),
  to: z.string(),
  /** ISO instants. A reset, a freeze or an officer's change of the address after `askedAt` makes it void, see `isVoid`. */
  askedAt: z.string(),
  effectiveFrom: z.string(),
});
export type EmailChange = Readonly<z.infer<typeof emailChange>>;

/** The changes that wait; at most one of each person. */
export interface EmailChanges {
  /** It takes the place of an earlier one. */
  set(change: EmailChange): Promise<void>;
  /** Strongly consistent. */
  find(id: Id<"emp">): Promise<EmailChange | undefined>;
  /** Takes it away, cancelled or carried out; true for the one who did it. */
  take(change: Pick<EmailChange, "employeeId" | "id">): Promise<boolean>;
  /** Those whose time has come, oldest first; the newest may be missing for a moment (the index follows the table). */
  due(now: Date, limit: number): Promise<EmailChange[]>;
}
