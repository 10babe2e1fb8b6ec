import { InitiateAuthCommand } from "@aws-sdk/client-cognito-identity-provider";
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from "amazon-cognito-identity-js";
import { expect, test } from "vitest";
import { cognitoForThisFile } from "./cognito-under-test.ts";
import { password, passwordOnly, temporaryPassword } from "./strict-pool.ts";

const { cloud, pool: open } = cognitoForThisFile(passwordOnly);

/** @returns the name of the callback that was called, with its session */
function signInWithSrp(
  username: string,
  secret: string,
): Promise<{ event: string; session?: CognitoUserSession }> {
  const Pool = new CognitoUserPool({ ...open, endpoint: cloud.services.endpoint });
  const user = new CognitoUser({ Username: username, Pool });
  const details = new AuthenticationDetails({ Username: username, Password: secret });
  return new Promise((resolve, reject) => {
    user.authenticateUser(details, {
      onSuccess: (session) => resolve({ event: "onSuccess", session }),
      onFailure: reject,
      newPasswordRequired: () => resolve({ event: "newPasswordRequired" }),
    });
  });
}

test("SRP proves a password without sending it, and its tokens are real", async () => {
  const username = await cloud.aUser(open);
  const { event, session } = await signInWithSrp(username, password);
  expect(event).toBe("onSuccess");
  expect(session?.getAccessToken().payload.username).toBe(username);
});

test("SRP asks for a new password too", async () => {
  const username = await cloud.aUser(open, { temporary: true });
  expect((await signInWithSrp(username, temporaryPassword)).event).toBe("newPasswordRequired");
});

test("SRP refuses a wrong password and an unknown user alike, and counts both", async () => {
  const username = await cloud.aUser(open);
  for (const name of [username, "nobody-here"]) {
    await expect(signInWithSrp(name, "wrong")).rejects.toMatchObject({
      code: "NotAuthorizedException",
      message: "Incorrect username or password.",
    });
    for (let i = 0; i < 4; i++) await expect(cloud.login(open, name, "wrong")).rejects.toThrow();
    await expect(signInWithSrp(name, password)).rejects.toThrow("Password attempts exceeded");
  }
});

test("SRP tells the same salt of the same unknown name each time", async () => {
  const salts = await Promise.all(
    ["ghost", "ghost", "other-ghost"].map(async (USERNAME) => {
      const command = new InitiateAuthCommand({
        ClientId: open.ClientId,
        AuthFlow: "USER_SRP_AUTH",
        AuthParameters: { USERNAME, SRP_A: "abcdef" },
      });
      return (await cloud.sdk.send(command)).ChallengeParameters?.SALT;
    }),
  );
  expect(salts[0]).toBe(salts[1]);
  expect(salts[0]).not.toBe(salts[2]);
});

test("SRP refuses a client number that would give the key away", async () => {
  const username = await cloud.aUser(open);
  const command = new InitiateAuthCommand({
    ClientId: open.ClientId,
    AuthFlow: "USER_SRP_AUTH",
    AuthParameters: { USERNAME: username, SRP_A: "0" },
  });
  await expect(cloud.sdk.send(command)).rejects.toMatchObject({ name: "NotAuthorizedException" });
});
