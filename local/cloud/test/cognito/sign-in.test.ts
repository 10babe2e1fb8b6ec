import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminResetUserPasswordCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import { cognitoForThisFile } from "./cognito-under-test.ts";
import { secretHash } from "./pool-under-test.ts";
import { password, passwordOnly, temporaryPassword } from "./strict-pool.ts";

const { cloud, pool: open } = cognitoForThisFile(passwordOnly);

test("a right password signs in", async () => {
  const username = await cloud.aUser(open);
  const { AuthenticationResult } = await cloud.initiate(open, username, password);
  expect(AuthenticationResult).toMatchObject({ TokenType: "Bearer", ExpiresIn: 900 });
});

test("a wrong password and an unknown user are refused with the same bytes", async () => {
  const username = await cloud.aUser(open);
  const attempt = (USERNAME: string) =>
    cloud.post("InitiateAuth", {
      ClientId: open.ClientId,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME, PASSWORD: "wrong" },
    });
  const known: unknown[] = [];
  const unknown: unknown[] = [];
  // Past the fifth failure, so that the lock is compared too.
  for (let i = 0; i < 7; i++) {
    known.push(await attempt(username));
    unknown.push(await attempt("nobody-at-all"));
  }
  expect(known[0]).toEqual({
    status: 400,
    body: '{"__type":"NotAuthorizedException","message":"Incorrect username or password."}',
  });
  expect(known[6]).toMatchObject({ body: expect.stringContaining("Password attempts exceeded") });
  expect(unknown).toEqual(known);
});

test("a client that does not hide it tells that a user is unknown", async () => {
  const legacy = await cloud.aPool({
    pool: { MfaConfiguration: "OFF" },
    client: { PreventUserExistenceErrors: "LEGACY" },
  });
  await expect(cloud.initiate(legacy, "nobody", password)).rejects.toMatchObject({
    name: "UserNotFoundException",
  });
});

test("only a right password learns that the user is disabled", async () => {
  const username = await cloud.aUser(open);
  const { UserPoolId } = open;
  await cloud.sdk.send(new AdminDisableUserCommand({ UserPoolId, Username: username }));
  await expect(cloud.initiate(open, username, password)).rejects.toThrow("User is disabled.");
  await expect(cloud.initiate(open, username, "wrong")).rejects.toThrow(
    "Incorrect username or password.",
  );
});

test("a user whose password was reset by an administrator must set a new one", async () => {
  const username = await cloud.aUser(open);
  const { UserPoolId } = open;
  await cloud.sdk.send(new AdminResetUserPasswordCommand({ UserPoolId, Username: username }));
  await expect(cloud.login(open, username)).rejects.toMatchObject({
    name: "PasswordResetRequiredException",
  });
});

test("a flow the client does not allow is refused", async () => {
  const adminOnly = await cloud.aPool({
    pool: { MfaConfiguration: "OFF" },
    client: { ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
  });
  const username = await cloud.aUser(adminOnly);
  await expect(cloud.initiate(adminOnly, username, password)).rejects.toMatchObject({
    name: "InvalidParameterException",
    message: "USER_PASSWORD_AUTH flow not enabled for this client",
  });
  expect((await cloud.login(adminOnly, username)).AuthenticationResult).toBeDefined();
});

test("an administrator's flow is refused on the public operation", async () => {
  const command = new InitiateAuthCommand({
    ClientId: open.ClientId,
    AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
    AuthParameters: { USERNAME: "x", PASSWORD: "y" },
  });
  await expect(cloud.sdk.send(command)).rejects.toMatchObject({
    name: "InvalidParameterException",
  });
});

test("a client with a secret needs SECRET_HASH in every call, and the right one", async () => {
  const confidential = await cloud.aPool({
    pool: { MfaConfiguration: "OFF" },
    client: { GenerateSecret: true },
  });
  const { ClientId, secret = "" } = confidential;
  const username = await cloud.aUser(confidential);
  const attempt = (hash?: string) =>
    cloud.sdk.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: "USER_PASSWORD_AUTH",
        AuthParameters: {
          USERNAME: username,
          PASSWORD: password,
          ...(hash === undefined ? {} : { SECRET_HASH: hash }),
        },
      }),
    );
  await expect(attempt()).rejects.toThrow(
    `Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
  );
  await expect(attempt(secretHash(secret, "other", ClientId))).rejects.toMatchObject({
    name: "NotAuthorizedException",
    message: `SecretHash does not match for the client: ${ClientId}`,
  });
  const right = await attempt(secretHash(secret, username, ClientId));
  expect(right.AuthenticationResult).toBeDefined();
  const reset = { ClientId, Username: username };
  const confirmation = { ...reset, ConfirmationCode: "000000", Password: password };
  for (const { body } of [
    await cloud.post("ForgotPassword", reset),
    await cloud.post("ConfirmForgotPassword", confirmation),
  ]) {
    expect(body).toContain("SECRET_HASH was not received");
  }
});

test("a client without a secret takes no SECRET_HASH", async () => {
  const username = await cloud.aUser(open);
  await expect(cloud.login({ ...open, secret: "made-up" }, username)).rejects.toMatchObject({
    name: "NotAuthorizedException",
  });
});

test("usernames are found in any case where the pool says so", async () => {
  const command = new AdminCreateUserCommand({
    UserPoolId: open.UserPoolId,
    Username: "Siti.Rahayu",
    TemporaryPassword: temporaryPassword,
    MessageAction: "SUPPRESS",
  });
  expect((await cloud.sdk.send(command)).User?.Username).toBe("siti.rahayu");
  const { ChallengeName } = await cloud.login(open, "SITI.RAHAYU", temporaryPassword);
  expect(ChallengeName).toBe("NEW_PASSWORD_REQUIRED");
});

test("nobody signs up to a pool that administrators fill", async () => {
  const command = new SignUpCommand({
    ClientId: open.ClientId,
    Username: "self",
    Password: password,
  });
  await expect(cloud.sdk.send(command)).rejects.toThrow(
    "SignUp is not permitted for this user pool",
  );
});
