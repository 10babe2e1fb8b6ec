import {
  AdminGetUserCommand,
  ListUserPoolsCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AwsError } from "../../kernel/service.ts";
import { testAccount, testRegion } from "../one-service.ts";
import { CognitoUnderTest } from "./cognito-under-test.ts";
import type { PoolUnderTest } from "./pool-under-test.ts";
import { passwordOnly } from "./strict-pool.ts";

let pool: PoolUnderTest;
let username: string;
const asked: string[] = [];
let refused: string | undefined;

const cloud = new CognitoUnderTest({
  authorize: (_caller, action, resource) => {
    asked.push(`${action} on ${resource}`);
    if (action === refused) throw new AwsError("AccessDenied", `Not authorized: ${action}`);
  },
});
beforeAll(async () => {
  await cloud.start();
  pool = await cloud.aPool(passwordOnly);
  username = await cloud.aUser(pool);
});
beforeEach(() => {
  refused = undefined;
  asked.length = 0;
});
afterAll(() => cloud.stop());

const getUser = (Username: string) =>
  cloud.sdk.send(new AdminGetUserCommand({ UserPoolId: pool.UserPoolId, Username }));

test("an administrator's operation asks for its action on the pool", async () => {
  await getUser(username);
  const arn = `arn:aws:cognito-idp:${testRegion}:${testAccount}:userpool/${pool.UserPoolId}`;
  expect(asked).toEqual([`cognito-idp:AdminGetUser on ${arn}`]);
});

test("an operation without a pool asks on everything", async () => {
  await cloud.sdk.send(new ListUserPoolsCommand({ MaxResults: 1 }));
  expect(asked).toEqual(["cognito-idp:ListUserPools on *"]);
});

test("who may not, learns nothing, not even whether the user exists", async () => {
  refused = "cognito-idp:AdminGetUser";
  for (const name of [username, "nobody"]) {
    await expect(getUser(name)).rejects.toMatchObject({
      name: "AccessDeniedException",
      message: "Not authorized: cognito-idp:AdminGetUser",
    });
  }
});

test("a refused sign-in does not look at the password", async () => {
  refused = "cognito-idp:AdminInitiateAuth";
  for (let i = 0; i < 6; i++) await expect(cloud.login(pool, username, "wrong")).rejects.toThrow();
  refused = undefined;
  expect((await cloud.login(pool, username)).AuthenticationResult).toBeDefined();
});

test("an administrator's operation needs a signature", async () => {
  const { body } = await cloud.post("AdminGetUser", {
    UserPoolId: pool.UserPoolId,
    Username: username,
  });
  expect(body).toContain("MissingAuthenticationTokenException");
  expect(asked).toEqual([]);
});

test("a user's own operation asks IAM nothing", async () => {
  await cloud.post("InitiateAuth", {
    ClientId: pool.ClientId,
    AuthFlow: "USER_PASSWORD_AUTH",
    AuthParameters: { USERNAME: username, PASSWORD: "wrong" },
  });
  expect(asked).toEqual([]);
});
