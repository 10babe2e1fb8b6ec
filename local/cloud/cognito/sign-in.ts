/** What happens after a password has been proved, whichever flow proved it. */

import { AwsError } from "../kernel/service.ts";
import { missingAttributes } from "./attributes.ts";
import type { OpenSession, Step } from "./challenge-sessions.ts";
import { tokenLifetimes } from "./client-definition.ts";
import type { Dependencies } from "./dependencies.ts";
import { notAuthorized, userDisabled, userNotFound, wrongCredentials } from "./errors.ts";
import { type AuthenticationResult, makeTokens } from "./tokens.ts";
import { type User, usesSoftwareToken } from "./user.ts";
import { type Client, hidesUserExistence, normalUsername, type Pool } from "./user-pool.ts";

const dayMillis = 86_400_000;

/** Who is signing in, and through which client. */
export interface Attempt {
  readonly pool: Pool;
  readonly client: Client;
  /** As the caller wrote it. */
  readonly username: string;
}

/** The answer of InitiateAuth and RespondToAuthChallenge: another challenge, or tokens. */
export interface AuthAnswer {
  readonly ChallengeName?: "NEW_PASSWORD_REQUIRED" | "SOFTWARE_TOKEN_MFA" | "MFA_SETUP";
  readonly Session?: string;
  readonly ChallengeParameters: Readonly<Record<string, string>>;
  readonly AuthenticationResult?: AuthenticationResult;
}

/** The name failures are counted under: the same for a user's username and sub, and for nobody's. */
export function countedName(pool: Pool, username: string, user: User | undefined): string {
  return user?.username ?? normalUsername(pool, username);
}

/**
 * @returns undefined when there is none and the client does not tell so
 * @throws AwsError UserNotFoundException when the client does
 */
export function attemptingUser(
  { directory }: Dependencies,
  { pool, client, username }: Attempt,
): User | undefined {
  const user = directory.findUser(pool, username);
  if (!user && !hidesUserExistence(client)) throw userNotFound();
  return user;
}

/**
 * Refuses a wrong password and counts it; says only after a right one that a user is disabled.
 * @param proved whether the caller knows the user's password
 */
export function afterPasswordProof(
  dependencies: Dependencies,
  attempt: Attempt,
  user: User | undefined,
  proved: boolean,
): AuthAnswer {
  if (!user || !proved) {
    dependencies.lockout.fail(attempt.pool.id, countedName(attempt.pool, attempt.username, user));
    throw wrongCredentials();
  }
  if (!user.enabled) throw userDisabled();
  if (user.status === "RESET_REQUIRED") {
    throw new AwsError("PasswordResetRequiredException", "Password reset required for the user");
  }
  if (user.status === "FORCE_CHANGE_PASSWORD")
    return requireNewPassword(dependencies, attempt, user);
  return afterPasswordSettled(dependencies, attempt, user);
}

/** The second factor, its setup, or tokens. */
export function afterPasswordSettled(
  dependencies: Dependencies,
  attempt: Attempt,
  user: User,
): AuthAnswer {
  const { pool, client } = attempt;
  if (usesSoftwareToken(pool, user)) {
    return challenge(dependencies, client, user, "SOFTWARE_TOKEN_MFA", {
      FRIENDLY_DEVICE_NAME: user.softwareToken?.deviceName ?? "",
    });
  }
  if (pool.definition.MfaConfiguration === "ON") {
    return challenge(dependencies, client, user, "MFA_SETUP", {
      MFAS_CAN_SETUP: JSON.stringify(pool.softwareTokens ? ["SOFTWARE_TOKEN_MFA"] : []),
    });
  }
  return completeSignIn(dependencies, attempt, user);
}

/** Ends a sign-in: its failures are forgotten, tokens are made. */
export function completeSignIn(
  dependencies: Dependencies,
  { pool, client }: Attempt,
  user: User,
): AuthAnswer {
  dependencies.lockout.clear(pool.id, user.username);
  const signIn = dependencies.signIns.begin(client, user);
  const tokens = makeTokens(dependencies, { pool, client, user, signIn });
  const expiresAt =
    dependencies.context.clock.millis() + tokenLifetimes(client.definition).refresh * 1000;
  return {
    AuthenticationResult: {
      ...tokens,
      RefreshToken: dependencies.signIns.addRefreshToken(signIn, expiresAt),
    },
    ChallengeParameters: {},
  };
}

/**
 * The session and the user behind a Session string.
 * @throws AwsError NotAuthorizedException unless it waits for this step of this client's sign-in
 */
export function readSession(
  { sessions, directory }: Dependencies,
  token: string | undefined,
  step: Step,
  clientId?: string,
): { session: OpenSession; pool: Pool; client: Client; user: User } {
  const session = sessions.read(token, step);
  const pool = directory.pool(session.poolId);
  const user = directory.findUser(pool, session.username);
  const foreign = clientId !== undefined && clientId !== session.clientId;
  if (foreign || user?.sub !== session.sub || !user) {
    throw notAuthorized("Invalid session for the user.");
  }
  if (!user.enabled) throw userDisabled();
  return { session, pool, client: directory.client(session.clientId), user };
}

function requireNewPassword(
  dependencies: Dependencies,
  { pool, client }: Attempt,
  user: User,
): AuthAnswer {
  const { TemporaryPasswordValidityDays: days } = pool.definition.Policies.PasswordPolicy;
  if (dependencies.context.clock.millis() > user.password.setAt + days * dayMillis) {
    throw notAuthorized("Temporary password has expired and must be reset by an administrator.");
  }
  const missing = missingAttributes(pool, user.attributes).map((name) => `userAttributes.${name}`);
  return challenge(dependencies, client, user, "NEW_PASSWORD_REQUIRED", {
    requiredAttributes: JSON.stringify(missing),
    userAttributes: JSON.stringify(user.attributes),
  });
}

function challenge(
  { sessions }: Dependencies,
  client: Client,
  user: User,
  name: "NEW_PASSWORD_REQUIRED" | "SOFTWARE_TOKEN_MFA" | "MFA_SETUP",
  parameters: Record<string, string>,
): AuthAnswer {
  return {
    ChallengeName: name,
    Session: sessions.open(client, { step: name, username: user.username, sub: user.sub }),
    ChallengeParameters: { USER_ID_FOR_SRP: user.username, ...parameters },
  };
}
