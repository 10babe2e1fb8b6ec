/**
 * A change of the e-mail address or telephone number that its holder has asked for. It takes effect after a wait, in which the
 * old one stays the one that counts and the recorded address hears of it (decision 0037).
 */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import type { Id } from "#shared/runtime/ids.ts";

export const contactFields = ["email", "phone"] as const;
export type ContactField = (typeof contactFields)[number];

export const contactChange = z.object({
  employeeId,
  field: z.enum(contactFields),
  id: z.string(),
  /** The number that the record had then. */
  from: z.string().optional(),
  to: z.string(),
  /** ISO instants. What happens after `askedAt` may make it void, see `isChangeVoid`. */
  askedAt: z.string(),
  effectiveFrom: z.string(),
});
export type ContactChange = Readonly<z.infer<typeof contactChange>>;

/** The changes that wait; at most one of each field of a person. */
export interface ContactChanges {
  /** It takes the place of an earlier one of the same field. */
  set(change: ContactChange): Promise<void>;
  /** Those of a person; strongly consistent. */
  of(id: Id<"emp">): Promise<ContactChange[]>;
  /** Takes it away, cancelled or carried out; true for the one who did it. */
  take(change: Pick<ContactChange, "employeeId" | "field" | "id">): Promise<boolean>;
  /** Those whose time has come, oldest first; the newest may be missing for a moment (the index follows the table). */
  due(now: Date, limit: number): Promise<ContactChange[]>;
}

/** The one of a field, if it waits. */
export function changeOf(
  changes: readonly ContactChange[],
  field: ContactField,
): ContactChange | undefined {
  return changes.find((change) => change.field === field);
}
