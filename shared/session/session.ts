import * as z from "zod";
import { origin } from "#shared/audit/origin.ts";
import { employeeId } from "#shared/employee/employee.ts";

/** One signed-in browser. It does not say what its person may do; that is read at each request. */
export const sessionSchema = z.object({
  /** SHA-256 of the cookie. */
  id: z.string(),
  /** The account it belongs to, see `AccountState`. */
  accountId: z.string(),
  employeeId,
  /** ISO instant at which its login began. A reset ends all sessions whose login began before it. */
  startedAt: z.string(),
  /** ISO instant. */
  lastSeenAt: z.string(),
  /** Approved by a phone. It has no role: see `requireRole`. */
  madeBy: z.literal("qr").optional(),
  /** ISO instant, of one made by QR: `startedAt` is that of the phone's login. */
  openedAt: z.string().optional(),
  /** From where it was begun. */
  origin: origin.optional(),
});
export type Session = Readonly<z.infer<typeof sessionSchema>>;

const idleMinutes = 15;
const absoluteHours = 12;
const touchSeconds = 60;

/** When the session ends if nothing is done, and at the latest. */
export function endsOf({ startedAt, lastSeenAt }: Pick<Session, "startedAt" | "lastSeenAt">): {
  idleEndsAt: Date;
  endsAt: Date;
} {
  const endsAt = new Date(Date.parse(startedAt) + absoluteHours * 3_600_000);
  const idle = new Date(Date.parse(lastSeenAt) + idleMinutes * 60_000);
  return { idleEndsAt: idle < endsAt ? idle : endsAt, endsAt };
}

export function isOver(session: Session, now: Date): boolean {
  return now >= endsOf(session).idleEndsAt;
}

/** The use of a session is written at most once a minute, so that most requests write nothing. */
export function isTouchDue({ lastSeenAt }: Session, now: Date): boolean {
  return now.getTime() - Date.parse(lastSeenAt) >= touchSeconds * 1000;
}
