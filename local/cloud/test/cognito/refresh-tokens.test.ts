import {
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminInitiateAuthCommand,
  AdminUserGlobalSignOutCommand,
  ChangePasswordCommand,
  CreateUserPoolClientCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RevokeTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import { claimsOf, cognitoForThisFile } from "./cognito-under-test.ts";
import { secretHash } from "./pool-under-test.ts";
import { password, passwordOnly } from "./strict-pool.ts";

const { cloud, pool: open } = cognitoForThisFile(passwordOnly);

const signedIn = (pool = open) => cloud.aSignedInUser(pool);

function refresh(REFRESH_TOKEN: string | undefined, pool = open) {
  return cloud.sdk.send(
    new InitiateAuthCommand({
      ClientId: pool.ClientId,
      AuthFlow: "REFRESH_TOKEN_AUTH",
      AuthParameters: { REFRESH_TOKEN: REFRESH_TOKEN ?? "" },
    }),
  );
}

function getUser(AccessToken: string | undefined) {
  return cloud.sdk.send(new GetUserCommand({ AccessToken }));
}

test("a refresh token gives new tokens of the same sign-in and no new refresh token", async () => {
  const { tokens } = await signedIn();
  cloud.advance(60_000);
  const { AuthenticationResult } = await refresh(tokens.RefreshToken);
  expect(AuthenticationResult).not.toHaveProperty("RefreshToken");
  const [before, after] = [
    claimsOf(tokens.AccessToken),
    claimsOf(AuthenticationResult?.AccessToken),
  ];
  expect(after).toMatchObject({ auth_time: before.auth_time, origin_jti: before.origin_jti });
  expect(after.jti).not.toBe(before.jti);
  expect(after.iat).toBe(Number(before.iat) + 60);
});

test("a refresh token ends after the client's days", async () => {
  const short = await cloud.aPool({
    pool: { MfaConfiguration: "OFF" },
    client: { RefreshTokenValidity: 2 },
  });
  const { tokens } = await signedIn(short);
  cloud.advance(2 * 86_400_000);
  await expect(refresh(tokens.RefreshToken, short)).rejects.toThrow("Refresh Token has expired");
});

test("a refresh token of another client, or of nobody, is invalid", async () => {
  const { tokens } = await signedIn();
  const { UserPoolId } = open;
  const { UserPoolClient } = await cloud.sdk.send(
    new CreateUserPoolClientCommand({ UserPoolId, ClientName: "other" }),
  );
  const other = { ...open, ClientId: UserPoolClient?.ClientId ?? "" };
  await expect(refresh(tokens.RefreshToken, other)).rejects.toThrow("Invalid Refresh Token");
  await expect(refresh("made-up")).rejects.toThrow("Invalid Refresh Token");
});

test("refreshing for a client with a secret needs the hash of the token's user", async () => {
  const confidential = await cloud.aPool({
    pool: { MfaConfiguration: "OFF" },
    client: { GenerateSecret: true },
  });
  const { tokens, username } = await signedIn(confidential);
  const { UserPoolId, ClientId, secret = "" } = confidential;
  const attempt = (SECRET_HASH: string) =>
    cloud.sdk.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId,
        AuthFlow: "REFRESH_TOKEN_AUTH",
        AuthParameters: { REFRESH_TOKEN: tokens.RefreshToken ?? "", SECRET_HASH },
      }),
    );
  await expect(attempt(secretHash(secret, "other", ClientId))).rejects.toThrow("SecretHash");
  const right = await attempt(secretHash(secret, username, ClientId));
  expect(right.AuthenticationResult?.AccessToken).toBeDefined();
});

test("a revoked refresh token ends its sign-in, and no other", async () => {
  const { tokens, username } = await signedIn();
  const other = (await cloud.login(open, username)).AuthenticationResult;
  const { ClientId } = open;
  await cloud.sdk.send(new RevokeTokenCommand({ ClientId, Token: tokens.RefreshToken }));
  await expect(refresh(tokens.RefreshToken)).rejects.toThrow("Refresh Token has been revoked");
  await expect(getUser(tokens.AccessToken)).rejects.toThrow("Access Token has been revoked");
  expect((await getUser(other?.AccessToken)).Username).toBe(username);
});

test("only refresh tokens can be revoked", async () => {
  const { tokens } = await signedIn();
  const { ClientId } = open;
  const command = new RevokeTokenCommand({ ClientId, Token: tokens.AccessToken });
  await expect(cloud.sdk.send(command)).rejects.toMatchObject({
    name: "UnsupportedTokenTypeException",
  });
});

test.each(["the user", "an administrator"])("%s signs out everywhere", async (who) => {
  const { tokens, username } = await signedIn();
  const other = (await cloud.login(open, username)).AuthenticationResult;
  const { UserPoolId } = open;
  if (who === "the user") {
    await cloud.sdk.send(new GlobalSignOutCommand({ AccessToken: tokens.AccessToken }));
  } else {
    await cloud.sdk.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: username }));
  }
  for (const each of [tokens, other]) {
    await expect(refresh(each?.RefreshToken)).rejects.toThrow("Refresh Token has been revoked");
    await expect(getUser(each?.AccessToken)).rejects.toThrow("Access Token has been revoked");
  }
  const next = (await cloud.login(open, username)).AuthenticationResult;
  expect((await getUser(next?.AccessToken)).Username).toBe(username);
});

test("a disabled user's tokens are refused, also once the user is enabled again", async () => {
  const { tokens, username } = await signedIn();
  const user = { UserPoolId: open.UserPoolId, Username: username };
  await cloud.sdk.send(new AdminDisableUserCommand(user));
  await expect(refresh(tokens.RefreshToken)).rejects.toThrow("User is disabled.");
  await expect(getUser(tokens.AccessToken)).rejects.toThrow("User is disabled.");
  await cloud.sdk.send(new AdminEnableUserCommand(user));
  await expect(getUser(tokens.AccessToken)).rejects.toThrow("Access Token has been revoked");
});

test("with rotation, a refresh token is replaced and works on only for the grace period", async () => {
  const rotating = await cloud.aPool({
    pool: { MfaConfiguration: "OFF" },
    client: {
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"],
      RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 10 },
    },
  });
  const { ClientId } = rotating;
  const { tokens } = await signedIn(rotating);
  const renew = async (RefreshToken: string | undefined) => {
    const command = new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken });
    return (await cloud.sdk.send(command)).AuthenticationResult;
  };
  const second = await renew(tokens.RefreshToken);
  expect(second?.RefreshToken).not.toBe(tokens.RefreshToken);
  expect((await renew(tokens.RefreshToken))?.RefreshToken).toBeDefined();
  cloud.advance(10_000);
  await expect(renew(tokens.RefreshToken)).rejects.toMatchObject({
    name: "RefreshTokenReuseException",
  });
  expect((await renew(second?.RefreshToken))?.RefreshToken).toBeDefined();
  await expect(refresh(second?.RefreshToken, rotating)).rejects.toThrow("flow not enabled");
});

test("without rotation, GetTokensFromRefreshToken keeps the refresh token", async () => {
  const { tokens } = await signedIn();
  const command = new GetTokensFromRefreshTokenCommand({
    ClientId: open.ClientId,
    RefreshToken: tokens.RefreshToken,
  });
  const { AuthenticationResult } = await cloud.sdk.send(command);
  expect(AuthenticationResult?.AccessToken).toBeDefined();
  expect(AuthenticationResult).not.toHaveProperty("RefreshToken");
});

test("a signed-in user changes the password with the old one", async () => {
  const { tokens, username } = await signedIn();
  const change = (PreviousPassword: string, ProposedPassword: string) =>
    cloud.sdk.send(
      new ChangePasswordCommand({
        AccessToken: tokens.AccessToken,
        PreviousPassword,
        ProposedPassword,
      }),
    );
  await expect(change("wrong", `${password}3`)).rejects.toMatchObject({
    name: "NotAuthorizedException",
  });
  await expect(change(password, "weak")).rejects.toMatchObject({
    name: "InvalidPasswordException",
  });
  await change(password, `${password}3`);
  await expect(cloud.login(open, username)).rejects.toMatchObject({
    name: "NotAuthorizedException",
  });
  expect((await cloud.login(open, username, `${password}3`)).AuthenticationResult).toBeDefined();
});
