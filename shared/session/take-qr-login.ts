/** The computer's side of a login by QR: it asks how it stands, and takes its session once the phone has approved. */
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { isVoid } from "./account-state.ts";
import { type QrLogin, type QrLoginStanding, type QrLogins, standingOf } from "./qr-login.ts";
import { newSecret, secretId } from "./secret.ts";
import { isOver, type Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";

interface Dependencies {
  readonly qrLogins: Pick<QrLogins, "take">;
  readonly sessions: Pick<Sessions, "find" | "add">;
  readonly employees: Pick<Employees, "find">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly clock: Clock;
}

/** A session that was opened, with its holder's record and the secret of its cookie. */
export interface OpenedByQr {
  readonly secret: string;
  readonly session: Session;
  readonly employee: Employee;
}

/**
 * Takes the session of an approved login, once. It ends when the phone's would: 12 hours after the password was typed, so that
 * no session is prolonged by another one. A phone that was signed out since it approved gives none.
 * @returns the session, or how it stands without one
 */
export async function takeQrLogin(
  dependencies: Dependencies,
  login: QrLogin,
): Promise<OpenedByQr | Exclude<QrLoginStanding, "approved">> {
  const { qrLogins, sessions, clock } = dependencies;
  const now = clock.now();
  const standing = standingOf(login, now);
  if (standing !== "approved") return standing;
  const approver = await approverOf(dependencies, login, now);
  if (!approver) return "late";
  if (!(await qrLogins.take(login.id, now))) return "done";
  await noteLogin(dependencies, approver.employee, login);
  const secret = newSecret();
  const session: Session = {
    id: secretId(secret),
    accountId: approver.session.accountId,
    employeeId: approver.employee.id,
    startedAt: approver.session.startedAt,
    lastSeenAt: now.toISOString(),
    origin: login.origin,
    madeBy: "qr",
    openedAt: now.toISOString(),
  };
  const isAdded = (await sessions.add(session, now)) === "added";
  return isAdded ? { secret, session, employee: approver.employee } : "late";
}

/** It comes before the session, so that nobody gets one untold. */
async function noteLogin(
  { accountHistory, clock }: Pick<Dependencies, "accountHistory" | "clock">,
  { id }: Pick<Employee, "id">,
  { origin }: QrLogin,
): Promise<void> {
  const actor = { role: "holder", id } as const;
  const event = { employeeId: id, action: "signed-in-by-qr", actor, origin } as const;
  await accountHistory.note({ ...event, at: clock.now() });
}

/** Who approved, if that phone is still signed in. */
async function approverOf(
  { sessions, employees }: Pick<Dependencies, "sessions" | "employees">,
  { phone }: QrLogin,
  now: Date,
): Promise<{ session: Session; employee: Employee } | undefined> {
  const session = phone ? await sessions.find(phone) : undefined;
  if (!session || isOver(session, now)) return undefined;
  const employee = await employees.find(session.employeeId);
  const isGone = !employee || isVoid(session.startedAt, {}, employee);
  return isGone ? undefined : { session, employee };
}
