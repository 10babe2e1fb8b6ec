import { errorFields, logger } from "#shared/runtime/logger.ts";
import type { SignedIn, Users } from "./users.ts";

/**
 * Ends a sign-in at Cognito, of which nobody keeps the tokens: our sessions are our own (decision 0032). So a revocation that fails
 * leaves nothing that could be used, and what was done with the sign-in stays.
 */
export async function revokeSignIn(
  users: Pick<Users, "revoke">,
  { employeeId, refreshToken }: Pick<SignedIn, "employeeId" | "refreshToken">,
): Promise<void> {
  try {
    await users.revoke(refreshToken);
  } catch (error) {
    logger.warn("sign-in.revocation-failed", { employeeId, ...errorFields(error) });
  }
}
