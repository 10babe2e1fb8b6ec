import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminResetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import { cognitoForThisFile } from "./cognito-under-test.ts";
import { fixedCode } from "./embedded-cognito.ts";
import { passwordOnly, temporaryPassword } from "./strict-pool.ts";

const newPassword = "An0ther-Passw0rd!";
const wrongCode = "000001";

const { cloud, pool: open } = cognitoForThisFile(passwordOnly);

function forgot(Username: string, pool = open) {
  const { ClientId } = pool;
  return cloud.sdk.send(new ForgotPasswordCommand({ ClientId, Username }));
}

function confirm(Username: string, ConfirmationCode: string, Password = newPassword, pool = open) {
  const { ClientId } = pool;
  return cloud.sdk.send(
    new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password }),
  );
}

const expired = {
  name: "ExpiredCodeException",
  message: "Invalid code provided, please request a code again.",
};
const mismatch = {
  name: "CodeMismatchException",
  message: "Invalid verification code provided, please try again.",
};

test("a forgotten password is reset with the mailed code", async () => {
  const username = await cloud.aUser(open);
  const { CodeDeliveryDetails } = await forgot(username);
  expect(CodeDeliveryDetails).toEqual({
    AttributeName: "email",
    DeliveryMedium: "EMAIL",
    Destination: "s***@e***",
  });
  expect(cloud.mails.at(-1)).toEqual({
    poolId: open.UserPoolId,
    kind: "ForgotPassword",
    to: "siti@example.test",
    from: "no-reply@verificationemail.com",
    subject: "Your verification code",
    body: `Your verification code is ${fixedCode}`,
  });
  await expect(confirm(username, wrongCode)).rejects.toMatchObject(mismatch);
  await expect(confirm(username, fixedCode, "weak")).rejects.toMatchObject({
    name: "InvalidPasswordException",
  });
  await confirm(username, fixedCode);
  expect((await cloud.login(open, username, newPassword)).AuthenticationResult).toBeDefined();
  await expect(cloud.login(open, username)).rejects.toThrow();
});

test("a code works once", async () => {
  const username = await cloud.aUser(open);
  await forgot(username);
  await confirm(username, fixedCode);
  await expect(confirm(username, fixedCode, `${newPassword}2`)).rejects.toMatchObject(expired);
});

test("a code is good for an hour", async () => {
  const [early, late] = [await cloud.aUser(open), await cloud.aUser(open)];
  await forgot(early);
  await forgot(late);
  cloud.advance(3_590_000);
  await confirm(early, fixedCode);
  cloud.advance(10_000);
  await expect(confirm(late, fixedCode)).rejects.toMatchObject(expired);
});

test("the mail is written from the pool's template and sender", async () => {
  const own = await cloud.aPool({
    pool: {
      MfaConfiguration: "OFF",
      VerificationMessageTemplate: {
        EmailSubject: "Kode",
        EmailMessage: "Kode Anda: {####}. Jangan dibagikan.",
      },
      EmailConfiguration: { From: "Kartu <kartu@example.test>" },
    },
  });
  await forgot(await cloud.aUser(own), own);
  expect(cloud.mails.at(-1)).toMatchObject({
    subject: "Kode",
    body: `Kode Anda: ${fixedCode}. Jangan dibagikan.`,
    from: "Kartu <kartu@example.test>",
  });
});

test("known and unknown users are answered with the same bytes, letters of the address aside", async () => {
  const known = await cloud.aUser(open);
  const mailsBefore = cloud.mails.length;
  const story = async (Username: string) => {
    const { ClientId } = open;
    const guess = { ClientId, Username, ConfirmationCode: wrongCode, Password: newPassword };
    const answers = [
      await cloud.post("ConfirmForgotPassword", guess),
      await cloud.post("ForgotPassword", { ClientId, Username }),
    ];
    for (let i = 0; i < 4; i++) answers.push(await cloud.post("ConfirmForgotPassword", guess));
    for (let i = 0; i < 5; i++) {
      answers.push(await cloud.post("ForgotPassword", { ClientId, Username }));
    }
    answers.push(await cloud.post("ConfirmForgotPassword", guess));
    return answers.map(({ status, body }) => ({
      status,
      body: body.replace(/\w\*\*\*@\w\*\*\*/, "?***@?***"),
    }));
  };
  const told = await story(known);
  expect(await story("nobody-at-all")).toEqual(told);
  expect(told.map(({ body }) => /\w+Exception|CodeDeliveryDetails/.exec(body)?.[0])).toEqual([
    "ExpiredCodeException",
    "CodeDeliveryDetails",
    ...Array(4).fill("CodeMismatchException"),
    ...Array(4).fill("CodeDeliveryDetails"),
    ...Array(2).fill("LimitExceededException"),
  ]);
  expect(cloud.mails.length - mailsBefore).toBe(5);
});

test("an unknown name is always sent to the same simulated address", async () => {
  const first = await forgot("ghost");
  const second = await forgot("ghost");
  expect(second.CodeDeliveryDetails).toEqual(first.CodeDeliveryDetails);
  expect(first.CodeDeliveryDetails?.Destination).toMatch(/^[a-z]\*\*\*@[a-z]\*\*\*$/);
});

test("a disabled user is answered as if unknown, gets no mail and cannot use an earlier code", async () => {
  const Username = await cloud.aUser(open);
  await forgot(Username);
  await cloud.sdk.send(new AdminDisableUserCommand({ UserPoolId: open.UserPoolId, Username }));
  await expect(confirm(Username, fixedCode)).rejects.toMatchObject(mismatch);
  const mailsBefore = cloud.mails.length;
  expect((await forgot(Username)).CodeDeliveryDetails?.DeliveryMedium).toBe("EMAIL");
  expect(cloud.mails).toHaveLength(mailsBefore);
  await expect(confirm(Username, fixedCode)).rejects.toMatchObject(mismatch);
});

test("a client that does not hide it tells that a user is unknown", async () => {
  const legacy = await cloud.aPool({ client: { PreventUserExistenceErrors: "LEGACY" } });
  const unknown = { name: "UserNotFoundException" };
  await expect(forgot("nobody", legacy)).rejects.toMatchObject(unknown);
  await expect(confirm("nobody", wrongCode, newPassword, legacy)).rejects.toMatchObject(unknown);
});

test("the attempts of an hour, requests and codes together, are limited per user, and come back", async () => {
  const [siti, budi] = [await cloud.aUser(open), await cloud.aUser(open)];
  for (let i = 0; i < 5; i++) await forgot(siti);
  const limited = {
    name: "LimitExceededException",
    message: "Attempt limit exceeded, please try after some time.",
  };
  for (let i = 0; i < 5; i++) {
    await expect(confirm(siti, wrongCode)).rejects.toMatchObject(mismatch);
  }
  await expect(forgot(siti)).rejects.toMatchObject(limited);
  await expect(confirm(siti, fixedCode)).rejects.toMatchObject(limited);
  await forgot(budi);
  cloud.advance(3_600_000);
  await forgot(siti);
  await confirm(siti, fixedCode);
  expect((await cloud.login(open, siti, newPassword)).AuthenticationResult).toBeDefined();
});

test("a user who never replaced the temporary password cannot reset it", async () => {
  const username = await cloud.aUser(open, { temporary: true });
  await expect(forgot(username)).rejects.toMatchObject({
    name: "NotAuthorizedException",
    message: "User password cannot be reset in the current state.",
  });
});

test("a user without a verified address is answered as if unknown, or told why where the client tells who exists", async () => {
  const mailsBefore = cloud.mails.length;
  for (const client of ["ENABLED", "LEGACY"] as const) {
    const pool = await cloud.aPool({ client: { PreventUserExistenceErrors: client } });
    const Username = await cloud.aUser(pool);
    const unverified = [{ Name: "email_verified", Value: "false" }];
    await cloud.sdk.send(
      new AdminUpdateUserAttributesCommand({
        UserPoolId: pool.UserPoolId,
        Username,
        UserAttributes: unverified,
      }),
    );
    if (client === "ENABLED")
      expect((await forgot(Username, pool)).CodeDeliveryDetails?.DeliveryMedium).toBe("EMAIL");
    else
      await expect(forgot(Username, pool)).rejects.toMatchObject({
        name: "InvalidParameterException",
        message:
          "Cannot reset password for the user as there is no registered/verified email or phone_number",
      });
  }
  expect(cloud.mails).toHaveLength(mailsBefore);
});

test("an administrator's reset mails a code too", async () => {
  const username = await cloud.aUser(open);
  await cloud.sdk.send(
    new AdminResetUserPasswordCommand({ UserPoolId: open.UserPoolId, Username: username }),
  );
  expect(cloud.mails.at(-1)?.body).toContain(fixedCode);
  await confirm(username, fixedCode);
  expect((await cloud.login(open, username, newPassword)).AuthenticationResult).toBeDefined();
});

test("an invitation carries the username and the temporary password", async () => {
  const own = await cloud.aPool({
    pool: {
      AdminCreateUserConfig: {
        AllowAdminCreateUserOnly: true,
        InviteMessageTemplate: { EmailSubject: "Undangan", EmailMessage: "{username} / {####}" },
      },
    },
  });
  await cloud.sdk.send(
    new AdminCreateUserCommand({
      UserPoolId: own.UserPoolId,
      Username: "budi",
      // "$&" would be replaced by a naive String.replace.
      TemporaryPassword: `${temporaryPassword}$&`,
      DesiredDeliveryMediums: ["EMAIL"],
      UserAttributes: [{ Name: "email", Value: "budi@example.test" }],
    }),
  );
  expect(cloud.mails.at(-1)).toMatchObject({
    kind: "AdminCreateUser",
    to: "budi@example.test",
    subject: "Undangan",
    body: `budi / ${temporaryPassword}$&`,
  });
});
