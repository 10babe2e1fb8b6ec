import {
  AdminInitiateAuthCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  GetUserCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterEach, expect, test } from "vitest";
import { CognitoUnderTest, stepMillis } from "./cognito-under-test.ts";
import { fixedCode } from "./embedded-cognito.ts";

let cloud: CognitoUnderTest;
afterEach(() => cloud.stop());

/** The same directory under a new process's worth of objects, at the same moved time. */
async function restart(): Promise<void> {
  const { directory } = cloud.services;
  const time = cloud.now;
  await cloud.stop({ keep: true });
  cloud = new CognitoUnderTest({ directory });
  await cloud.start();
  cloud.advance(time - cloud.now);
}

test("sessions, tokens, keys, codes, locks and the used TOTP step survive a restart", async () => {
  cloud = new CognitoUnderTest();
  await cloud.start();
  const pool = await cloud.aPool();
  const { UserPoolId, ClientId } = pool;
  const username = await cloud.aUser(pool);
  const locked = await cloud.aUser(pool);
  const secret = await cloud.setUpTotp(pool, username);
  const code = cloud.code(secret);
  const tokens = await cloud.answerTotp(
    pool,
    username,
    (await cloud.login(pool, username)).Session,
    code,
  );
  const { Session } = await cloud.login(pool, username);
  for (let i = 0; i < 5; i++) await expect(cloud.login(pool, locked, "wrong")).rejects.toThrow();
  await cloud.sdk.send(new ForgotPasswordCommand({ ClientId, Username: locked }));

  await restart();

  await expect(cloud.login(pool, locked)).rejects.toThrow("Password attempts exceeded");
  const { Username } = await cloud.sdk.send(
    new GetUserCommand({ AccessToken: tokens.AccessToken }),
  );
  expect(Username).toBe(username);
  const refreshed = await cloud.sdk.send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId,
      AuthFlow: "REFRESH_TOKEN_AUTH",
      AuthParameters: { REFRESH_TOKEN: tokens.RefreshToken ?? "" },
    }),
  );
  expect(refreshed.AuthenticationResult?.AccessToken).toBeDefined();
  await expect(cloud.answerTotp(pool, username, Session, code)).rejects.toMatchObject({
    name: "ExpiredCodeException",
  });
  cloud.advance(stepMillis);
  const next = await cloud.answerTotp(pool, username, Session, cloud.code(secret));
  expect(next.AccessToken).toBeDefined();
  const reset = {
    ClientId,
    Username: locked,
    ConfirmationCode: fixedCode,
    Password: "An0ther-Passw0rd!",
  };
  await cloud.sdk.send(new ConfirmForgotPasswordCommand(reset));
});
