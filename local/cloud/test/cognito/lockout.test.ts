import { AdminSetUserPasswordCommand } from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import { cognitoForThisFile, stepMillis } from "./cognito-under-test.ts";
import { password, passwordOnly } from "./strict-pool.ts";

const { cloud, pool: open } = cognitoForThisFile(passwordOnly);

const locked = { name: "NotAuthorizedException", message: "Password attempts exceeded" };
const wrong = { message: "Incorrect username or password." };

async function failTimes(username: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await expect(cloud.login(open, username, "wrong")).rejects.toMatchObject(wrong);
  }
}

test("four failures lock nothing", async () => {
  const username = await cloud.aUser(open);
  await failTimes(username, 4);
  expect((await cloud.login(open, username)).AuthenticationResult).toBeDefined();
});

/** Fails on after the fourth failure, waiting out each lock: 1, 2, 4 … seconds. */
async function failThroughLocks(username: string, locks: number): Promise<void> {
  await failTimes(username, 4);
  for (let lock = 0; lock < locks; lock++) {
    await failTimes(username, 1);
    cloud.advance(1000 * 2 ** lock - 1);
    await expect(cloud.login(open, username)).rejects.toMatchObject(locked);
    cloud.advance(1);
  }
}

test("from the fifth failure on each locks for twice as long as the last, up to 15 minutes", async () => {
  const username = await cloud.aUser(open);
  await failThroughLocks(username, 10);
  await failTimes(username, 1);
  cloud.advance(899_999);
  await expect(cloud.login(open, username)).rejects.toMatchObject(locked);
  cloud.advance(1);
  expect((await cloud.login(open, username)).AuthenticationResult).toBeDefined();
});

test("an attempt during a lock does not lengthen it, but keeps the failures from being forgotten", async () => {
  const username = await cloud.aUser(open);
  await failThroughLocks(username, 9);
  await failTimes(username, 1);
  cloud.advance(500_000);
  await expect(cloud.login(open, username)).rejects.toMatchObject(locked);
  cloud.advance(500_000);
  await failTimes(username, 1);
  cloud.advance(800_000);
  await expect(cloud.login(open, username)).rejects.toMatchObject(locked);
});

test("a completed sign-in forgets the failures", async () => {
  const username = await cloud.aUser(open);
  await failTimes(username, 5);
  cloud.advance(1000);
  await cloud.login(open, username);
  await failTimes(username, 4);
  expect((await cloud.login(open, username)).AuthenticationResult).toBeDefined();
});

test("fifteen minutes without an attempt forget the failures", async () => {
  const username = await cloud.aUser(open);
  await failTimes(username, 5);
  cloud.advance(900_000);
  await failTimes(username, 4);
  expect((await cloud.login(open, username)).AuthenticationResult).toBeDefined();
});

test("a new password does not forget the failures", async () => {
  const Username = await cloud.aUser(open);
  await failTimes(Username, 5);
  const { UserPoolId } = open;
  await cloud.sdk.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: password, Permanent: true }),
  );
  await expect(cloud.login(open, Username)).rejects.toMatchObject(locked);
});

test("one user's failures do not lock another", async () => {
  const [siti, budi] = [await cloud.aUser(open), await cloud.aUser(open)];
  await failTimes(siti, 5);
  expect((await cloud.login(open, budi)).AuthenticationResult).toBeDefined();
});

test("wrong codes count with wrong passwords, and a right password does not forget them", async () => {
  const strict = await cloud.aPool();
  const username = await cloud.aUser(strict);
  const secret = await cloud.setUpTotp(strict, username);
  for (let i = 0; i < 5; i++) {
    const { Session } = await cloud.login(strict, username);
    await expect(
      cloud.answerTotp(strict, username, Session, cloud.code(secret, 50 * stepMillis)),
    ).rejects.toMatchObject({
      name: "CodeMismatchException",
    });
  }
  await expect(cloud.login(strict, username)).rejects.toMatchObject(locked);
});
