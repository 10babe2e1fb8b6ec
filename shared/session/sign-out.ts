import type { UserDirectory } from "#shared/account/user-directory.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import type { Session } from "./session.ts";
import type { SessionKey } from "./session-key.ts";
import type { SessionTable } from "./session-table.ts";

/** Ends a session here and now, and at Cognito if it can be reached: without ours, its token opens nothing. */
export async function signOut(
  {
    users,
    sessions,
    sessionKey,
  }: {
    users: Pick<UserDirectory, "revoke">;
    sessions: Pick<SessionTable, "remove">;
    sessionKey: Pick<SessionKey, "open">;
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
