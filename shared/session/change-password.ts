import type { AccountHistory } from "#shared/account/account-history.ts";
import { guessableProblems } from "#shared/account/guessable-password.ts";
import { refusePassword } from "#shared/account/new-password.ts";
import { passwordProblems } from "#shared/account/password-rules.ts";
import type { Users } from "#shared/account/users.ts";
import type { HttpRequest } from "#shared/http/http-request.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { InvalidInput, Unauthenticated } from "#shared/runtime/errors.ts";
import { type ConfirmIdentity, type IdentityProof, withIdentity } from "./confirm-identity.ts";
import type { SignedInPrincipal } from "./require-session.ts";
import { newSecret, secretId } from "./secret.ts";
import type { Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";

export interface ChangePassword extends ConfirmIdentity {
  readonly users: ConfirmIdentity["users"] & Pick<Users, "changePassword">;
  readonly sessions: ConfirmIdentity["sessions"] & Pick<Sessions, "endOthers" | "renew">;
  readonly accountHistory: Pick<AccountHistory, "note">;
}

interface Wanted {
  readonly who: Pick<SignedInPrincipal, "session" | "employee">;
  readonly proof: IdentityProof;
  readonly newPassword: string;
}

/**
 * Sets another password with both factors (ASVS 5.0, 6.2.3). All other sessions and all logins that had begun end; this session
 * goes on under another secret, so that a copy of the old cookie is worth nothing.
 * @returns the secret of its cookie, and the session that goes on
 * @throws InvalidInput on "newPassword", before a factor is used; as confirmIdentity; Unauthenticated `session-ended` when
 * somebody ended this session meanwhile, e.g. by a freeze: then the password is changed
 */
export async function changePassword(
  dependencies: ChangePassword,
  request: HttpRequest,
  { who: { session, employee }, proof, newPassword }: Wanted,
): Promise<{ readonly secret: string; readonly session: Session }> {
  const { users, sessions, accountHistory, clock } = dependencies;
  const present = proof.password;
  if (newPassword === present)
    throw new InvalidInput({ field: "newPassword", code: "nothing-changed" });
  refusePassword([
    ...passwordProblems(newPassword, employee.nip),
    ...(await guessableProblems(newPassword, employee.name)),
  ]);
  await withIdentity(dependencies, request, { employee, proof }, async (accessToken) => {
    // First, so that no other session outlives the change if this process ends in between.
    await sessions.endOthers(session, clock.now());
    await users.changePassword(accessToken, { present, next: newPassword });
  });
  const now = clock.now();
  const { id } = employee;
  const event = { employeeId: id, action: "password-changed", at: now } as const;
  const actor = { role: "holder", id } as const;
  await accountHistory.note({ ...event, actor, origin: originOf(request) });
  return await renewed(sessions, session, now);
}

async function renewed(
  sessions: Pick<Sessions, "renew">,
  session: Session,
  now: Date,
): Promise<{ readonly secret: string; readonly session: Session }> {
  const secret = newSecret();
  const next: Session = {
    ...session,
    id: secretId(secret),
    // What began up to now is void, so it begins a moment later. Both factors were given: its twelve hours begin anew.
    startedAt: new Date(now.getTime() + 1).toISOString(),
    lastSeenAt: now.toISOString(),
    openedAt: session.openedAt ?? session.startedAt,
  };
  if (!(await sessions.renew(session, next, now))) throw new Unauthenticated();
  return { secret, session: next };
}
