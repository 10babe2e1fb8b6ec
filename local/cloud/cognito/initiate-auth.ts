/** InitiateAuth and AdminInitiateAuth: how a sign-in begins. */
import * as z from "zod";
import { rotatesRefreshTokens } from "./client-definition.ts";
import type { Dependencies } from "./dependencies.ts";
import { invalidParameter } from "./errors.ts";
import { type Operations, operation, withoutEffect } from "./operation.ts";
import { passwordMatches } from "./passwords.ts";
import { refreshTokens } from "./refresh-tokens.ts";
import { checkSecretHash } from "./secret-hash.ts";
import {
  type Attempt,
  type AuthAnswer,
  afterPasswordProof,
  attemptingUser,
  countedName,
} from "./sign-in.ts";
import type { Client, Pool } from "./user-pool.ts";

const initiateAuth = z.strictObject({
  ClientId: z.string(),
  AuthFlow: z.string(),
  AuthParameters: z.record(z.string(), z.string()).default({}),
  // Free values for Lambda triggers, which no pool can have here.
  ClientMetadata: withoutEffect,
  // Data about the caller, for statistics and threat protection.
  AnalyticsMetadata: withoutEffect,
  UserContextData: withoutEffect,
});

const adminInitiateAuth = initiateAuth.omit({ UserContextData: true }).extend({
  UserPoolId: z.string(),
  ContextData: withoutEffect,
});

type Input = Omit<z.output<typeof initiateAuth>, "UserContextData">;

export function initiateAuthOperations(dependencies: Dependencies): Operations {
  return {
    InitiateAuth: operation(initiateAuth, (input) => {
      const client = dependencies.directory.client(input.ClientId);
      if (input.AuthFlow.startsWith("ADMIN_")) {
        throw invalidParameter("Initiate Auth method not supported.");
      }
      return initiate(dependencies, dependencies.directory.pool(client.poolId), client, input);
    }),
  };
}

export function adminInitiateAuthOperations(dependencies: Dependencies): Operations {
  return {
    AdminInitiateAuth: operation(adminInitiateAuth, (input) => {
      const pool = dependencies.directory.pool(input.UserPoolId);
      return initiate(
        dependencies,
        pool,
        dependencies.directory.client(input.ClientId, pool.id),
        input,
      );
    }),
  };
}

function initiate(
  dependencies: Dependencies,
  pool: Pool,
  client: Client,
  { AuthFlow, AuthParameters }: Input,
): AuthAnswer {
  const flow = AuthFlow === "REFRESH_TOKEN" ? "REFRESH_TOKEN_AUTH" : AuthFlow;
  requireFlow(client, flow);
  const parameter = (name: string) => {
    const value = AuthParameters[name];
    if (value === undefined) throw invalidParameter(`Missing required parameter ${name}`);
    return value;
  };
  const secretHash = AuthParameters.SECRET_HASH;
  if (flow === "REFRESH_TOKEN_AUTH") {
    const result = refreshTokens(dependencies, {
      pool,
      client,
      token: parameter("REFRESH_TOKEN"),
      checkUser: ({ username }) => checkSecretHash(client, username, secretHash),
    });
    return { AuthenticationResult: result, ChallengeParameters: {} };
  }
  const username = parameter("USERNAME");
  checkSecretHash(client, username, secretHash);
  const attempt = { pool, client, username };
  return signInWithPassword(dependencies, attempt, parameter("PASSWORD"));
}

/** @throws AwsError InvalidParameterException for a flow that is unknown here or not allowed for the client */
function requireFlow({ definition }: Client, flow: string): void {
  const known = ["ADMIN_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH", "REFRESH_TOKEN_AUTH"];
  if (!known.includes(flow)) {
    throw invalidParameter(`The embedded cloud does not know the flow ${flow}.`);
  }
  const allowed: readonly string[] = definition.ExplicitAuthFlows;
  const rotating = flow === "REFRESH_TOKEN_AUTH" && rotatesRefreshTokens(definition);
  if (!allowed.includes(`ALLOW_${flow}`) || rotating) {
    throw invalidParameter(`${flow} flow not enabled for this client`);
  }
}

function signInWithPassword(
  dependencies: Dependencies,
  attempt: Attempt,
  password: string,
): AuthAnswer {
  const { pool, username } = attempt;
  const user = attemptingUser(dependencies, attempt);
  dependencies.lockout.check(pool.id, countedName(pool, username, user));
  return afterPasswordProof(dependencies, attempt, user, passwordMatches(pool, user, password));
}
