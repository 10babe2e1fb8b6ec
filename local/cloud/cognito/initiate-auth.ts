/** InitiateAuth and AdminInitiateAuth: how a sign-in begins. */
import { createHash } from "node:crypto";
import * as z from "zod";
import { rotatesRefreshTokens } from "./client-definition.ts";
import type { Dependencies } from "./dependencies.ts";
import { invalidParameter, wrongCredentials } from "./errors.ts";
import { clientMetadata, type Operations, operation, withoutEffect } from "./operation.ts";
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
import { beginExchange } from "./srp.ts";
import type { Client, Pool } from "./user-pool.ts";

const initiateAuth = z.strictObject({
  ClientId: z.string(),
  AuthFlow: z.string(),
  AuthParameters: z.record(z.string(), z.string()).default({}),
  ClientMetadata: clientMetadata,
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

async function initiate(
  dependencies: Dependencies,
  pool: Pool,
  client: Client,
  { AuthFlow, AuthParameters, ClientMetadata }: Input,
): Promise<AuthAnswer> {
  const flow = AuthFlow === "REFRESH_TOKEN" ? "REFRESH_TOKEN_AUTH" : AuthFlow;
  requireFlow(client, flow);
  const parameter = (name: string) => {
    const value = AuthParameters[name];
    if (value === undefined) throw invalidParameter(`Missing required parameter ${name}`);
    return value;
  };
  const secretHash = AuthParameters.SECRET_HASH;
  if (flow === "REFRESH_TOKEN_AUTH") {
    const result = await refreshTokens(dependencies, {
      pool,
      client,
      token: parameter("REFRESH_TOKEN"),
      clientMetadata: ClientMetadata,
      checkUser: ({ username }) => checkSecretHash(client, username, secretHash),
    });
    return { AuthenticationResult: result, ChallengeParameters: {} };
  }
  const username = parameter("USERNAME");
  checkSecretHash(client, username, secretHash);
  const attempt = { pool, client, username, clientMetadata: ClientMetadata };
  return flow === "USER_SRP_AUTH"
    ? signInWithSrp(dependencies, attempt, parameter("SRP_A"))
    : signInWithPassword(dependencies, attempt, parameter("PASSWORD"));
}

/** @throws AwsError InvalidParameterException for a flow that is unknown here or not allowed for the client */
function requireFlow({ definition }: Client, flow: string): void {
  const known = [
    "ADMIN_USER_PASSWORD_AUTH",
    "USER_PASSWORD_AUTH",
    "USER_SRP_AUTH",
    "REFRESH_TOKEN_AUTH",
  ];
  if (!known.includes(flow)) {
    throw invalidParameter(`The embedded cloud does not know the flow ${flow}.`);
  }
  const allowed: readonly string[] = definition.ExplicitAuthFlows;
  const rotating = flow === "REFRESH_TOKEN_AUTH" && rotatesRefreshTokens(definition);
  if (!allowed.includes(`ALLOW_${flow}`) || rotating) {
    throw invalidParameter(`${flow} flow not enabled for this client`);
  }
}

async function signInWithPassword(
  dependencies: Dependencies,
  attempt: Attempt,
  password: string,
): Promise<AuthAnswer> {
  const { pool, username } = attempt;
  const user = await attemptingUser(dependencies, attempt);
  dependencies.lockout.check(pool.id, countedName(pool, username, user));
  return afterPasswordProof(dependencies, attempt, user, passwordMatches(pool, user, password));
}

/** Sends the salt and the server's number; for a user who does not exist, ones that prove nothing (RFC 5054, 2.5.1.3). */
async function signInWithSrp(
  dependencies: Dependencies,
  attempt: Attempt,
  A: string,
): Promise<AuthAnswer> {
  const { pool, client, username } = attempt;
  const user = await attemptingUser(dependencies, attempt);
  const name = countedName(pool, username, user);
  const simulated = (what: string) =>
    createHash("sha256").update(`${what}/${pool.id}/${name}`).digest("hex");
  const exchange = beginExchange(A, user?.password.verifier ?? simulated("verifier"));
  if (!exchange) throw wrongCredentials();
  const session = dependencies.sessions.open(client, {
    step: "PASSWORD_VERIFIER",
    username: name,
    sub: user?.sub,
    srp: exchange,
  });
  return {
    ChallengeName: "PASSWORD_VERIFIER",
    ChallengeParameters: {
      SALT: user?.password.salt ?? simulated("salt").slice(0, 32),
      // Clients give the block back and no Session, so the block is the session.
      SECRET_BLOCK: Buffer.from(session).toString("base64"),
      SRP_B: exchange.B,
      USERNAME: name,
      USER_ID_FOR_SRP: name,
    },
  };
}
