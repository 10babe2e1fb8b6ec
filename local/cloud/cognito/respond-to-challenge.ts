/** RespondToAuthChallenge and AdminRespondToAuthChallenge: how a sign-in goes on. */
import * as z from "zod";
import { AwsError } from "../kernel/service.ts";
import { changedAttributes, missingAttributes } from "./attributes.ts";
import type { OpenSession } from "./challenge-sessions.ts";
import type { Dependencies } from "./dependencies.ts";
import { invalidParameter, notAuthorized } from "./errors.ts";
import { type Operations, operation, withoutEffect } from "./operation.ts";
import { changedPassword, checkPasswordPolicy } from "./passwords.ts";
import { checkSecretHash } from "./secret-hash.ts";
import {
  type Attempt,
  type AuthAnswer,
  afterPasswordSettled,
  completeSignIn,
  readSession,
} from "./sign-in.ts";
import { matchingStep } from "./totp.ts";
import type { User } from "./user.ts";
import { type Client, normalUsername, type Pool } from "./user-pool.ts";

const respond = z.strictObject({
  ClientId: z.string(),
  ChallengeName: z.string(),
  Session: z.string().optional(),
  ChallengeResponses: z.record(z.string(), z.string()).default({}),
  // Free values for Lambda triggers, which no pool can have here.
  ClientMetadata: withoutEffect,
  // Data about the caller, for statistics and threat protection.
  AnalyticsMetadata: withoutEffect,
  UserContextData: withoutEffect,
});

const adminRespond = respond.omit({ UserContextData: true }).extend({
  UserPoolId: z.string(),
  ContextData: withoutEffect,
});

type Input = Omit<z.output<typeof respond>, "UserContextData">;

/** An answer to a challenge. */
interface Reply {
  readonly attempt: Attempt;
  readonly session: string | undefined;
  readonly responses: Readonly<Record<string, string>>;
  /** @throws AwsError InvalidParameterException when the response is not there */
  required(name: string): string;
}

type Answer = (dependencies: Dependencies, reply: Reply) => AuthAnswer;

export function respondOperations(dependencies: Dependencies): Operations {
  return {
    RespondToAuthChallenge: operation(respond, (input) => {
      const client = dependencies.directory.client(input.ClientId);
      return answerChallenge(
        dependencies,
        dependencies.directory.pool(client.poolId),
        client,
        input,
      );
    }),
  };
}

export function adminRespondOperations(dependencies: Dependencies): Operations {
  return {
    AdminRespondToAuthChallenge: operation(adminRespond, (input) => {
      const pool = dependencies.directory.pool(input.UserPoolId);
      return answerChallenge(
        dependencies,
        pool,
        dependencies.directory.client(input.ClientId, pool.id),
        input,
      );
    }),
  };
}

const answers: ReadonlyMap<string, Answer> = new Map([
  ["NEW_PASSWORD_REQUIRED", answerNewPassword],
  ["SOFTWARE_TOKEN_MFA", answerSoftwareToken],
  ["MFA_SETUP", answerMfaSetup],
]);

function answerChallenge(
  dependencies: Dependencies,
  pool: Pool,
  client: Client,
  { ChallengeName, ChallengeResponses, Session }: Input,
): AuthAnswer {
  const answer = answers.get(ChallengeName);
  if (!answer) {
    throw invalidParameter(`The embedded cloud does not know the challenge ${ChallengeName}.`);
  }
  const required = (name: string) => {
    const value = ChallengeResponses[name];
    if (value === undefined) throw invalidParameter(`Missing required parameter ${name}`);
    return value;
  };
  const username = required("USERNAME");
  checkSecretHash(client, username, ChallengeResponses.SECRET_HASH);
  const attempt = { pool, client, username };
  return answer(dependencies, {
    attempt,
    session: Session,
    responses: ChallengeResponses,
    required,
  });
}

function answerNewPassword(dependencies: Dependencies, reply: Reply): AuthAnswer {
  const { attempt, responses, required } = reply;
  const { pool } = attempt;
  const { session, user } = readUserSession(dependencies, reply, "NEW_PASSWORD_REQUIRED");
  const password = required("NEW_PASSWORD");
  checkPasswordPolicy(pool, password);
  const now = dependencies.context.clock.millis();
  const passwords = changedPassword(pool, user, password, { now, permanent: true });
  const attributes = changedAttributes(pool, givenAttributes(responses), user.attributes);
  const [missing] = missingAttributes(pool, attributes);
  if (missing) throw invalidParameter(`Invalid attributes given, ${missing} is missing`);
  const changed = dependencies.context.store.transaction(() => {
    dependencies.sessions.consume(session);
    return dependencies.directory.changeUser(pool, user.username, () => ({
      ...passwords,
      attributes,
      status: "CONFIRMED",
    }));
  });
  return afterPasswordSettled(dependencies, attempt, changed);
}

/** The attributes a user gives with a new password, whose names carry a prefix. */
function givenAttributes(responses: Reply["responses"]): { Name: string; Value: string }[] {
  const prefix = "userAttributes.";
  return Object.entries(responses)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, Value]) => ({ Name: name.slice(prefix.length), Value }));
}

function answerSoftwareToken(dependencies: Dependencies, reply: Reply): AuthAnswer {
  const { attempt, required } = reply;
  const { pool } = attempt;
  const { session, user } = readUserSession(dependencies, reply, "SOFTWARE_TOKEN_MFA");
  const { softwareToken } = user;
  if (!softwareToken) {
    throw new AwsError(
      "SoftwareTokenMFANotFoundException",
      "Software Token MFA does not exist for the user.",
    );
  }
  const code = required("SOFTWARE_TOKEN_MFA_CODE");
  dependencies.lockout.check(pool.id, user.username);
  const step = matchingStep(softwareToken.secret, code, dependencies.context.clock.millis());
  if (step === undefined) {
    dependencies.lockout.fail(pool.id, user.username);
    throw new AwsError("CodeMismatchException", "Invalid code received for user");
  }
  if (step <= softwareToken.lastStep) {
    throw new AwsError("ExpiredCodeException", "Your software token has already been used once.");
  }
  // Nothing is awaited between reading the last step and writing it, so of parallel answers one wins.
  const changed = dependencies.context.store.transaction(() => {
    dependencies.sessions.consume(session);
    return dependencies.directory.changeUser(pool, user.username, () => ({
      softwareToken: { ...softwareToken, lastStep: step },
    }));
  });
  return completeSignIn(dependencies, attempt, changed);
}

function answerMfaSetup(dependencies: Dependencies, reply: Reply): AuthAnswer {
  const { sessions } = dependencies;
  const { session, user } = readUserSession(dependencies, reply, "MFA_SETUP_DONE");
  sessions.consume(session);
  return completeSignIn(dependencies, reply.attempt, user);
}

/** The session and its user, who must be the one the reply names. */
function readUserSession(
  dependencies: Dependencies,
  { attempt: { pool, client, username }, session: token }: Reply,
  step: "NEW_PASSWORD_REQUIRED" | "SOFTWARE_TOKEN_MFA" | "MFA_SETUP_DONE",
): { session: OpenSession; user: User } {
  const { session, user } = readSession(dependencies, token, step, client.id);
  if (normalUsername(pool, username) !== user.username && username !== user.sub) {
    throw notAuthorized("Invalid session for the user.");
  }
  return { session, user };
}
