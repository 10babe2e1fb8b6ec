import type { Users } from "#shared/account/users.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import type { Seals } from "#shared/runtime/seals.ts";
import type { Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";

/** Ends a session at once, and at Cognito if it can be reached. Without our session its token gives no access. */
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
  if (!sealedToken) return;
  try {
    await users.revoke(await sessionKey.open(id, sealedToken));
  } catch (error) {
    logger.warn("session.revocation-failed", { sessionId: id, ...errorFields(error) });
  }
}
