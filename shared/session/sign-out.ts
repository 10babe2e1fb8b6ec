import type { Users } from "#shared/account/users.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import type { Seals } from "./secret.ts";
import type { Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";

/** Ends a session here and now, and at Cognito if it can be reached: without ours, its token opens nothing. */
export async function signOut(
  {
    users,
    sessions,
    sessionKey,
  }: {
    users: Pick<Users, "revoke">;
    sessions: Pick<Sessions, "remove">;
    sessionKey: Pick<Seals, "open">;
  },
  session: Session,
): Promise<void> {
  const { id, sealedToken } = session;
  await sessions.remove(session);
  try {
    await users.revoke(await sessionKey.open(id, sealedToken));
  } catch (error) {
    logger.warn("session.revocation-failed", { sessionId: id, ...errorFields(error) });
  }
}
