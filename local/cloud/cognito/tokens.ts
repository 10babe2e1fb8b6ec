import { randomUUID } from "node:crypto";
import { tokenLifetimes } from "./client-definition.ts";
import type { Dependencies } from "./dependencies.ts";
import { notAuthorized, userDisabled } from "./errors.ts";
import type { SignIn } from "./sign-ins.ts";
import { type Claims, decodeClaims } from "./signing-keys.ts";
import type { User } from "./user.ts";
import type { Client, Pool } from "./user-pool.ts";

export interface TokenRequest {
  readonly pool: Pool;
  readonly client: Client;
  readonly user: User;
  readonly signIn: SignIn;
}

export interface AuthenticationResult {
  readonly AccessToken: string;
  readonly IdToken: string;
  /** Seconds. */
  readonly ExpiresIn: number;
  readonly TokenType: "Bearer";
  readonly RefreshToken?: string;
}

/** Makes an access and an ID token, as https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html describes them. */
export function makeTokens(
  dependencies: Dependencies,
  { pool, client, user, signIn }: TokenRequest,
): AuthenticationResult {
  const lifetimes = tokenLifetimes(client.definition);
  const now = Math.floor(dependencies.context.clock.millis() / 1000);
  const common = {
    sub: user.sub,
    iss: issuer(pool.id),
    origin_jti: signIn.originJti,
    event_id: signIn.eventId,
    auth_time: signIn.authTime,
    iat: now,
  };
  const accessToken = {
    ...common,
    client_id: client.id,
    token_use: "access",
    scope: "aws.cognito.signin.user.admin",
    username: user.username,
    exp: now + lifetimes.access,
    jti: randomUUID(),
  };
  const idToken = {
    ...attributeClaims(client, user),
    ...common,
    "cognito:username": user.username,
    aud: client.id,
    token_use: "id",
    exp: now + lifetimes.id,
    jti: randomUUID(),
  };
  return {
    AccessToken: dependencies.keys.sign(pool.id, accessToken),
    IdToken: dependencies.keys.sign(pool.id, idToken),
    ExpiresIn: lifetimes.access,
    TokenType: "Bearer",
  };
}

/**
 * Who an access token speaks for.
 * @throws AwsError NotAuthorizedException when it is forged, expired, revoked or no access token
 */
export function readAccessToken(
  { keys, directory, signIns, context }: Dependencies,
  token: string,
): { pool: Pool; client: Client; user: User } {
  const unchecked = decodeClaims(token);
  const poolId = String(unchecked?.iss ?? "")
    .split("/")
    .at(-1);
  const claims = poolId && directory.hasPool(poolId) ? keys.verified(poolId, token) : undefined;
  if (claims?.token_use !== "access") throw notAuthorized("Invalid Access Token");
  if (Number(claims.exp) * 1000 <= context.clock.millis()) {
    throw notAuthorized("Access Token has expired");
  }
  const pool = directory.pool(String(poolId));
  const user = directory.findUser(pool, String(claims.username));
  if (!user || user.sub !== claims.sub) throw notAuthorized("Invalid Access Token");
  if (!user.enabled) throw userDisabled();
  if (!signIns.isLive(String(claims.origin_jti), user)) {
    throw notAuthorized("Access Token has been revoked");
  }
  return { pool, client: directory.client(String(claims.client_id), pool.id), user };
}

/** The issuer of a pool's tokens; the part before "_" is the pool's region. */
export function issuer(poolId: string): string {
  return `https://cognito-idp.${poolId.split("_")[0]}.amazonaws.com/${poolId}`;
}

/** The attributes a client may read. */
export function readableAttributes({ definition }: Client, user: User): Record<string, string> {
  const { ReadAttributes } = definition;
  const all = Object.entries(user.attributes);
  return Object.fromEntries(
    ReadAttributes ? all.filter(([name]) => ReadAttributes.includes(name)) : all,
  );
}

function attributeClaims(client: Client, user: User): Claims {
  const claims = Object.entries(readableAttributes(client, user)).map(([name, value]) => {
    return [name, name.endsWith("_verified") ? value === "true" : value] as const;
  });
  return Object.fromEntries(claims);
}
