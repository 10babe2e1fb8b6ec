/** Somebody whom one agency has released, and whom another one may take in (decision 0053). Pure. */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import { source } from "#shared/audit/source.ts";
import { employeeId } from "#shared/employee/employee.ts";

const endings = ["moved", "returned", "withdrawn"] as const;

export const transfer = z.object({
  employeeId,
  /** The agency that released the person, and the one that may take the person in, by their ids. */
  from: z.string(),
  to: z.string(),
  /** What the latter was called when it was asked for. */
  toName: z.string(),
  source,
  reason: z.string(),
  /** The two who released: who asked, and who approved. */
  askedBy: personId,
  approvedBy: personId,
  /** ISO instants: of the second one's word, and from which on nobody takes the person in any more. */
  releasedAt: z.string(),
  until: z.string(),
  ending: z.enum(endings).optional(),
  endedAt: z.string().optional(),
  /** Of one that came back, in the words of who ended it. */
  endReason: z.string().optional(),
  /** Counts the changes of a person's transfers, from 1. */
  revision: z.int(),
});
export type Transfer = Readonly<z.infer<typeof transfer>>;

export const transferStates = ["released", ...endings, "expired"] as const;
type TransferState = (typeof transferStates)[number];

/** How long the other agency may take, days: its petugas and penyetuju, each with a week's leave between. */
const transferDays = 30;

/** Until when somebody may be taken in who was released now. ISO instant */
export function releasedUntil(now: Date): string {
  return new Date(now.getTime() + transferDays * 86_400_000).toISOString();
}

/** Expiry is computed, like that of approvals. */
export function stateOf({ ending, until }: Transfer, now: Date): TransferState {
  if (ending) return ending;
  return now.toISOString() < until ? "released" : "expired";
}

export function isOpen(each: Transfer, now: Date): boolean {
  return stateOf(each, now) === "released";
}
