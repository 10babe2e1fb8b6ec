import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Role } from "#shared/http/contract.ts";

/** One signed-in browser. */
export interface Session {
  /** SHA-256 of the cookie. */
  readonly id: string;
  readonly employeeId: EmployeeId;
  readonly instansiId: string;
  readonly roles: readonly Role[];
  /** ISO instants. */
  readonly createdAt: string;
  readonly lastSeenAt: string;
  /** Cognito's refresh token, sealed with the session's id; kept only to be revoked at logout. */
  readonly sealedToken: string;
}

const idleMinutes = 15;
const absoluteHours = 12;
const touchSeconds = 60;

/** When the session ends if nothing is done, and at the latest. */
export function endsOf({ createdAt, lastSeenAt }: Pick<Session, "createdAt" | "lastSeenAt">): {
  idleEndsAt: Date;
  endsAt: Date;
} {
  const endsAt = new Date(Date.parse(createdAt) + absoluteHours * 3_600_000);
  const idle = new Date(Date.parse(lastSeenAt) + idleMinutes * 60_000);
  return { idleEndsAt: idle < endsAt ? idle : endsAt, endsAt };
}

export function isOver(session: Session, now: Date): boolean {
  return now >= endsOf(session).idleEndsAt;
}

/** Being seen is written down at most once a minute, so that most requests write nothing. */
export function isTouchDue({ lastSeenAt }: Session, now: Date): boolean {
  return now.getTime() - Date.parse(lastSeenAt) >= touchSeconds * 1000;
}
