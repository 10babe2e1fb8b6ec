import {
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  RespondToAuthChallengeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import { claimsOf, cognitoForThisFile } from "./cognito-under-test.ts";
import { password, poolWithAttributes, temporaryPassword } from "./strict-pool.ts";

const { cloud, pool } = cognitoForThisFile(poolWithAttributes);

function update(Username: string, UserAttributes: { Name: string; Value: string }[]) {
  const { UserPoolId } = pool;
  return cloud.sdk.send(
    new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes }),
  );
}

async function attributesOf(Username: string): Promise<Record<string, string | undefined>> {
  const { UserPoolId } = pool;
  const { UserAttributes = [] } = await cloud.sdk.send(
    new AdminGetUserCommand({ UserPoolId, Username }),
  );
  return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
}

function setPassword(Username: string, Password: string, Permanent = true) {
  const { UserPoolId } = pool;
  return cloud.sdk.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent }),
  );
}

test("a new user must change the password and is found by username and sub", async () => {
  const { User } = await cloud.createUser(pool, "ani", {
    UserAttributes: [{ Name: "custom:unit", Value: "U1" }],
  });
  expect(User).toMatchObject({
    Username: "ani",
    Enabled: true,
    UserStatus: "FORCE_CHANGE_PASSWORD",
    UserCreateDate: expect.any(Date),
  });
  const { sub = "" } = await attributesOf("ani");
  expect(await attributesOf(sub)).toEqual({ sub, "custom:unit": "U1" });
});

test("a username is given once", async () => {
  await cloud.createUser(pool, "budi");
  await expect(cloud.createUser(pool, "Budi")).rejects.toMatchObject({
    name: "UsernameExistsException",
  });
});

test("an unknown user is not found", async () => {
  await expect(attributesOf("nobody")).rejects.toMatchObject({ name: "UserNotFoundException" });
});

test("a resent invitation brings a new password, as long as the user has not come in", async () => {
  await cloud.createUser(pool, "citra", {
    UserAttributes: [{ Name: "email", Value: "citra@example.test" }],
  });
  const MessageAction = "RESEND";
  await cloud.createUser(pool, "citra", {
    MessageAction,
    TemporaryPassword: `${temporaryPassword}9`,
  });
  expect(cloud.mails.at(-1)?.body).toContain(`${temporaryPassword}9`);
  await setPassword("citra", password);
  await expect(cloud.createUser(pool, "citra", { MessageAction })).rejects.toMatchObject({
    name: "UnsupportedUserStateException",
  });
});

test.each([
  ["custom:rank", "x", "Attribute does not exist in the schema."],
  ["unit", "x", "Attribute does not exist in the schema."],
  ["custom:code", "12345", "String must be no longer than 4 characters"],
  ["email", "no-address", "Invalid email address format."],
])("the attribute %s = %s is refused", async (Name, Value, reason) => {
  await expect(
    cloud.createUser(pool, "someone", { UserAttributes: [{ Name, Value }] }),
  ).rejects.toMatchObject({
    name: "InvalidParameterException",
    message: expect.stringContaining(`${Name}: ${reason}`),
  });
});

test("an attribute that cannot change stays, and others change", async () => {
  await cloud.createUser(pool, "dewi", {
    UserAttributes: [
      { Name: "custom:code", Value: "0001" },
      { Name: "custom:unit", Value: "U1" },
    ],
  });
  await expect(update("dewi", [{ Name: "custom:code", Value: "0002" }])).rejects.toThrow(
    "Attribute cannot be updated.",
  );
  await update("dewi", [{ Name: "custom:unit", Value: "U2" }]);
  expect(await attributesOf("dewi")).toMatchObject({ "custom:code": "0001", "custom:unit": "U2" });
});

test("a required attribute is asked for with the new password", async () => {
  const asking = await cloud.aPool({
    pool: { MfaConfiguration: "OFF", Schema: [{ Name: "name", Required: true }] },
  });
  await cloud.createUser(asking, "fajar");
  const { ChallengeParameters, Session } = await cloud.login(asking, "fajar", temporaryPassword);
  expect(ChallengeParameters?.requiredAttributes).toBe('["userAttributes.name"]');
  const answer = (given: Record<string, string>) =>
    cloud.sdk.send(
      new RespondToAuthChallengeCommand({
        ClientId: asking.ClientId,
        ChallengeName: "NEW_PASSWORD_REQUIRED",
        Session,
        ChallengeResponses: { USERNAME: "fajar", NEW_PASSWORD: password, ...given },
      }),
    );
  await expect(answer({})).rejects.toMatchObject({ name: "InvalidParameterException" });
  const { AuthenticationResult } = await answer({ "userAttributes.name": "Fajar" });
  expect(claimsOf(AuthenticationResult?.IdToken)).toMatchObject({ name: "Fajar" });
});

test("a changed address is unverified unless the same call verifies it", async () => {
  const username = await cloud.aUser(pool);
  await update(username, [{ Name: "email", Value: "new@example.test" }]);
  expect((await attributesOf(username)).email_verified).toBe("false");
  await update(username, [
    { Name: "email", Value: "newer@example.test" },
    { Name: "email_verified", Value: "true" },
  ]);
  expect((await attributesOf(username)).email_verified).toBe("true");
});

test.each([
  ["Ab1!", "Password not long enough"],
  ["lower-case-only1!", "Password must have uppercase characters"],
  ["UPPER-CASE-ONLY1!", "Password must have lowercase characters"],
  ["No-Numbers-Here!", "Password must have numeric characters"],
  ["NoSymbolsHere123", "Password must have symbol characters"],
])("the password %s breaks the policy", async (weak, reason) => {
  const username = await cloud.aUser(pool);
  await expect(setPassword(username, weak)).rejects.toMatchObject({
    name: "InvalidPasswordException",
    message: `Password did not conform with policy: ${reason}`,
  });
});

test("a password set as temporary must be replaced", async () => {
  const username = await cloud.aUser(pool);
  await setPassword(username, temporaryPassword, false);
  const { ChallengeName } = await cloud.login(pool, username, temporaryPassword);
  expect(ChallengeName).toBe("NEW_PASSWORD_REQUIRED");
});

test("the last passwords cannot come back, older ones can", async () => {
  const remembering = await cloud.aPool({
    pool: {
      MfaConfiguration: "OFF",
      Policies: { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 2 } },
    },
  });
  const { UserPoolId } = remembering;
  const username = await cloud.aUser(remembering, { temporary: true });
  const set = (Password: string) => cloud.setPassword(UserPoolId, username, Password);
  await set("password-1");
  await set("password-2");
  for (const old of ["password-1", "password-2"]) {
    await expect(set(old)).rejects.toMatchObject({
      name: "PasswordHistoryPolicyViolationException",
    });
  }
  await set("password-3");
  await set("password-1");
});

test("a deleted user is gone, and a new one of the same name is another", async () => {
  await cloud.createUser(pool, "eko");
  const { sub } = await attributesOf("eko");
  const { UserPoolId } = pool;
  await cloud.sdk.send(new AdminDeleteUserCommand({ UserPoolId, Username: "eko" }));
  await expect(attributesOf(sub ?? "")).rejects.toMatchObject({ name: "UserNotFoundException" });
  await cloud.createUser(pool, "eko");
  expect((await attributesOf("eko")).sub).not.toBe(sub);
});
