import { GetUserCommand } from "@aws-sdk/client-cognito-identity-provider";
import { CognitoJwtVerifier } from "aws-jwt-verify";
import type { Jwks } from "aws-jwt-verify/jwk";
import { expect, test } from "vitest";
import { testRegion } from "../one-service.ts";
import { claimsOf, cognitoForThisFile } from "./cognito-under-test.ts";
import { passwordOnly } from "./strict-pool.ts";

const { cloud, pool: open } = cognitoForThisFile(passwordOnly);

const signedIn = (pool = open) => cloud.aSignedInUser(pool);

function getUser(AccessToken: string | undefined) {
  return cloud.sdk.send(new GetUserCommand({ AccessToken }));
}

async function fetchJson(path: string): Promise<unknown> {
  return (await fetch(`${cloud.services.endpoint}/${path}`)).json();
}

test("aws-jwt-verify accepts both tokens with the pool's published keys", async () => {
  const { tokens, username } = await signedIn();
  const { UserPoolId: userPoolId, ClientId: clientId } = open;
  const jwks = (await fetchJson(`${userPoolId}/.well-known/jwks.json`)) as Jwks;
  for (const [tokenUse, token] of [
    ["access", tokens.AccessToken],
    ["id", tokens.IdToken],
  ] as const) {
    const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse });
    verifier.cacheJwks(jwks);
    const claims = await verifier.verify(token ?? "");
    expect(claims.username ?? claims["cognito:username"]).toBe(username);
  }
});

test("another pool's keys do not verify them", async () => {
  const { tokens } = await signedIn();
  const other = await cloud.aPool();
  const verifier = CognitoJwtVerifier.create({
    userPoolId: open.UserPoolId,
    clientId: open.ClientId,
    tokenUse: "access",
  });
  verifier.cacheJwks((await fetchJson(`${other.UserPoolId}/.well-known/jwks.json`)) as Jwks);
  await expect(verifier.verify(tokens.AccessToken ?? "")).rejects.toThrow();
});

test("a pool publishes its configuration", async () => {
  const issuer = `https://cognito-idp.${testRegion}.amazonaws.com/${open.UserPoolId}`;
  expect(await fetchJson(`${open.UserPoolId}/.well-known/openid-configuration`)).toMatchObject({
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
  });
  const missing = await fetch(
    `${cloud.services.endpoint}/${testRegion}_none/.well-known/jwks.json`,
  );
  expect(missing.status).toBe(404);
});

test("the tokens carry the claims AWS puts in them", async () => {
  const username = await cloud.aUser(open);
  const { AuthenticationResult } = await cloud.login(open, username);
  const id = claimsOf(AuthenticationResult?.IdToken);
  const access = claimsOf(AuthenticationResult?.AccessToken);
  const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
  const now = Math.floor(cloud.now / 1000);
  const common = {
    sub: uuid,
    iss: `https://cognito-idp.${testRegion}.amazonaws.com/${open.UserPoolId}`,
    origin_jti: access.origin_jti,
    event_id: uuid,
    auth_time: now,
    iat: now,
    jti: uuid,
  };
  expect(id).toEqual({
    ...common,
    "cognito:username": username,
    "custom:unit": "U1",
    aud: open.ClientId,
    email: "siti@example.test",
    email_verified: true,
    exp: now + 3600,
    token_use: "id",
  });
  expect(access).toEqual({
    ...common,
    client_id: open.ClientId,
    exp: now + 900,
    scope: "aws.cognito.signin.user.admin",
    token_use: "access",
    username,
  });
});

test("a client shows only the attributes it may read", async () => {
  const narrow = await cloud.aPool({
    pool: { MfaConfiguration: "OFF" },
    client: { ReadAttributes: ["email"] },
  });
  const { tokens } = await signedIn(narrow);
  expect(claimsOf(tokens.IdToken)).not.toHaveProperty("custom:unit");
  const { UserAttributes } = await getUser(tokens.AccessToken);
  expect(UserAttributes?.map(({ Name }) => Name)).toEqual(["sub", "email"]);
});

test("an access token speaks for its user until it expires", async () => {
  const { tokens, username } = await signedIn();
  expect((await getUser(tokens.AccessToken)).Username).toBe(username);
  cloud.advance(900_000);
  await expect(getUser(tokens.AccessToken)).rejects.toThrow("Access Token has expired");
});

test("a forged, a foreign and an ID token are no access token", async () => {
  const { tokens } = await signedIn();
  const [header, , signature] = (tokens.AccessToken ?? "").split(".");
  const claims = { ...claimsOf(tokens.AccessToken), "cognito:groups": ["admin"] };
  const forged = Buffer.from(JSON.stringify(claims)).toString("base64url");
  for (const token of [`${header}.${forged}.${signature}`, tokens.IdToken, "a.b.c", "nonsense"]) {
    await expect(getUser(token)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Invalid Access Token",
    });
  }
});
