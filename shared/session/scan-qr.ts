/** The phone's side of a login by QR: what it sees of the computer, and its decision. */

import type { AccountHistory } from "#shared/account/account-history.ts";
import { admitCode, type LoginGuard, type Visitor } from "#shared/account/login-guard.ts";
import { checkOwnCode, type OwnCheck } from "#shared/account/weigh-code.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { Conflict, Unauthenticated } from "#shared/runtime/errors.ts";
import { type QrLogin, type QrLogins, scanOf, standingOf } from "./qr-login.ts";
import { secretId } from "./secret.ts";
import type { Session } from "./session.ts";

interface Phone {
  /** The secret that the QR shows. */
  readonly secret: string;
  readonly session: Pick<Session, "id">;
}

/**
 * Notes which phone scanned, the first time; after that, tells this phone how it stands.
 * @throws Conflict `qr-over` when nobody waits for this code any more, `qr-scanned` when another phone was first
 */
export async function scanQr(
  { qrLogins }: { readonly qrLogins: Pick<QrLogins, "find" | "scan"> },
  { secret, session }: Phone,
  now: Date,
): Promise<QrLogin> {
  const id = secretId(secret);
  const found = await qrLogins.find(id);
  if (!found) throw new Conflict("qr-over");
  if (found.phone === session.id) return found;
  const scanned =
    found.phone === undefined && standingOf(found, now) === "shown"
      ? await qrLogins.scan(id, scanOf(session.id, now), now)
      : undefined;
  if (scanned) return scanned;
  throw new Conflict(found.phone ? "qr-scanned" : "qr-over");
}

/**
 * Approves what this phone scanned. A wrong number ends the login, because a second guess would be worth more than the first;
 * it counts as a wrong code does.
 * @throws Conflict `qr-over`, `qr-number-wrong`, `authenticator-unkept`; Unauthenticated `code-refused` (may be tried again);
 * TooManyAttempts
 */
export async function approveQr(
  dependencies: LoginGuard &
    Pick<OwnCheck, "accountRecords" | "authenticatorKey"> & {
      readonly qrLogins: Pick<QrLogins, "find" | "approve" | "end">;
    },
  {
    number,
    code,
    employeeId,
    visitor,
    ...phone
  }: Phone & { number: number; code: string; employeeId: EmployeeId; visitor: Visitor },
): Promise<void> {
  const { qrLogins, clock } = dependencies;
  const login = await waitingFor(dependencies, phone);
  const attempt = await admitCode(dependencies, visitor);
  if (number !== login.number) {
    await Promise.all([
      qrLogins.end(login.id, "number-wrong", clock.now(), phone.session.id),
      attempt.failed(),
    ]);
    throw new Conflict("qr-number-wrong");
  }
  const check = await checkOwnCode(dependencies, employeeId, code);
  if (check === "no-key") throw new Conflict("authenticator-unkept");
  if (check === "refused") {
    await attempt.failed();
    throw new Unauthenticated("code-refused");
  }
  if (!(await qrLogins.approve(login.id, phone.session.id, clock.now())))
    throw new Conflict("qr-over");
}

/**
 * «Bukan saya»: ends what this phone scanned, and notes from where it had come.
 * @throws Conflict `qr-over` when it is approved or over
 */
export async function refuseQr(
  dependencies: Pick<LoginGuard, "clock"> & {
    readonly qrLogins: Pick<QrLogins, "find" | "end">;
    readonly accountHistory: Pick<AccountHistory, "note">;
  },
  { employeeId, ...phone }: Phone & { readonly employeeId: EmployeeId },
): Promise<void> {
  const { qrLogins, accountHistory, clock } = dependencies;
  const { id, origin } = await waitingFor(dependencies, phone);
  const at = clock.now();
  if (!(await qrLogins.end(id, "refused", at, phone.session.id))) throw new Conflict("qr-over");
  const actor = { role: "holder", id: employeeId } as const;
  await accountHistory.note({ employeeId, action: "qr-login-refused", actor, at, origin });
}

/** What this phone scanned and has not decided. */
async function waitingFor(
  { qrLogins, clock }: Pick<LoginGuard, "clock"> & { qrLogins: Pick<QrLogins, "find"> },
  { secret, session }: Phone,
): Promise<QrLogin> {
  const login = await qrLogins.find(secretId(secret));
  const isWaiting = login?.phone === session.id && standingOf(login, clock.now()) === "scanned";
  if (!login || !isWaiting) throw new Conflict("qr-over");
  return login;
}
