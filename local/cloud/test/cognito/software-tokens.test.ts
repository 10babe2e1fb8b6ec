import {
  AdminDeleteSoftwareTokenCommand,
  AdminGetUserCommand,
  AdminSetUserMFAPreferenceCommand,
  AssociateSoftwareTokenCommand,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import { totpCode } from "../../cognito/totp.ts";
import { cognitoForThisFile, replayedCode, stepMillis } from "./cognito-under-test.ts";
import { password, passwordOnly } from "./strict-pool.ts";

const { cloud, pool: strict } = cognitoForThisFile();

async function session(username: string): Promise<string | undefined> {
  return (await cloud.login(strict, username)).Session;
}

test("a pool that requires TOTP asks for its setup, then for a code, then gives tokens", async () => {
  const username = await cloud.aUser(strict);
  const { ChallengeName, ChallengeParameters, Session } = await cloud.login(strict, username);
  expect(ChallengeName).toBe("MFA_SETUP");
  expect(ChallengeParameters?.MFAS_CAN_SETUP).toBe('["SOFTWARE_TOKEN_MFA"]');

  const given = await cloud.sdk.send(new AssociateSoftwareTokenCommand({ Session }));
  expect(given.SecretCode).toMatch(/^[A-Z2-7]{52}$/);
  const verify = (UserCode: string) =>
    cloud.sdk.send(
      new VerifySoftwareTokenCommand({
        Session: given.Session,
        UserCode,
        FriendlyDeviceName: "phone",
      }),
    );
  const wrong = totpCode(given.SecretCode ?? "", 0);
  await expect(verify(wrong)).rejects.toMatchObject({ name: "EnableSoftwareTokenMFAException" });
  const verified = await verify(cloud.code(given.SecretCode ?? ""));
  expect(verified.Status).toBe("SUCCESS");

  const { AuthenticationResult } = await cloud.sdk.send(
    new RespondToAuthChallengeCommand({
      ClientId: strict.ClientId,
      ChallengeName: "MFA_SETUP",
      Session: verified.Session,
      ChallengeResponses: { USERNAME: username },
    }),
  );
  expect(AuthenticationResult?.AccessToken).toBeDefined();
  const again = await cloud.login(strict, username);
  expect(again.ChallengeName).toBe("SOFTWARE_TOKEN_MFA");
  expect(again.ChallengeParameters?.FRIENDLY_DEVICE_NAME).toBe("phone");
});

test("a setup that is not finished gives no tokens", async () => {
  const username = await cloud.aUser(strict);
  const { Session } = await cloud.login(strict, username);
  const command = new RespondToAuthChallengeCommand({
    ClientId: strict.ClientId,
    ChallengeName: "MFA_SETUP",
    Session,
    ChallengeResponses: { USERNAME: username },
  });
  await expect(cloud.sdk.send(command)).rejects.toThrow("Invalid session");
});

test("a second setup in parallel replaces an authenticator that was set up meanwhile", async () => {
  const username = await cloud.aUser(strict);
  const late = await cloud.sdk.send(
    new AssociateSoftwareTokenCommand({ Session: await session(username) }),
  );
  const secret = await cloud.setUpTotp(strict, username);
  const { SecretCode = "" } = late;
  const UserCode = cloud.code(SecretCode);
  await cloud.sdk.send(new VerifySoftwareTokenCommand({ Session: late.Session, UserCode }));
  cloud.advance(stepMillis);
  await expect(
    cloud.answerTotp(strict, username, await session(username), cloud.code(secret)),
  ).rejects.toMatchObject({ name: "CodeMismatchException" });
  expect((await cloud.signIn(strict, username, SecretCode)).AccessToken).toBeDefined();
});

test("the code that set the authenticator up does not sign in", async () => {
  const username = await cloud.aUser(strict);
  const secret = await cloud.setUpTotp(strict, username);
  const used = cloud.code(secret, -stepMillis);
  await expect(
    cloud.answerTotp(strict, username, await session(username), used),
  ).rejects.toMatchObject(replayedCode);
});

test("a deleted authenticator is set up anew at the next sign-in, and its codes are worthless", async () => {
  const { username, secret } = await cloud.aUserWithTotp(strict);
  const { UserPoolId } = strict;
  const Session = await session(username);
  await cloud.sdk.send(new AdminDeleteSoftwareTokenCommand({ UserPoolId, Username: username }));
  await expect(
    cloud.answerTotp(strict, username, Session, cloud.code(secret)),
  ).rejects.toMatchObject({ name: "SoftwareTokenMFANotFoundException" });
  expect((await cloud.login(strict, username)).ChallengeName).toBe("MFA_SETUP");
  const renewed = await cloud.setUpTotp(strict, username);
  expect(renewed).not.toBe(secret);
  expect((await cloud.signIn(strict, username, renewed)).AccessToken).toBeDefined();
});

test("where TOTP is required, turning it off is answered and changes nothing", async () => {
  const { username } = await cloud.aUserWithTotp(strict);
  const { UserPoolId } = strict;
  await cloud.sdk.send(
    new AdminSetUserMFAPreferenceCommand({
      UserPoolId,
      Username: username,
      SoftwareTokenMfaSettings: { Enabled: false },
    }),
  );
  expect((await cloud.login(strict, username)).ChallengeName).toBe("SOFTWARE_TOKEN_MFA");
  const user = await cloud.sdk.send(new AdminGetUserCommand({ UserPoolId, Username: username }));
  expect(user).toMatchObject({
    UserMFASettingList: ["SOFTWARE_TOKEN_MFA"],
    PreferredMfaSetting: "SOFTWARE_TOKEN_MFA",
  });
});

test("nobody can choose TOTP who has not set it up", async () => {
  const Username = await cloud.aUser(strict);
  const command = new AdminSetUserMFAPreferenceCommand({
    UserPoolId: strict.UserPoolId,
    Username,
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  });
  await expect(cloud.sdk.send(command)).rejects.toThrow("User has not verified software token mfa");
});

test("where TOTP is optional, a signed-in user sets it up and chooses it", async () => {
  const optional = await cloud.aPool({ pool: { MfaConfiguration: "OPTIONAL" } });
  const username = await cloud.aUser(optional);
  const { AuthenticationResult } = await cloud.login(optional, username, password);
  const AccessToken = AuthenticationResult?.AccessToken;
  const { SecretCode = "" } = await cloud.sdk.send(
    new AssociateSoftwareTokenCommand({ AccessToken }),
  );
  const UserCode = cloud.code(SecretCode);
  await cloud.sdk.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
  expect((await cloud.login(optional, username)).AuthenticationResult).toBeDefined();
  await cloud.sdk.send(
    new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true } }),
  );
  expect((await cloud.login(optional, username)).ChallengeName).toBe("SOFTWARE_TOKEN_MFA");
});

test("a pool without TOTP gives out no secret", async () => {
  const open = await cloud.aPool(passwordOnly);
  const { AuthenticationResult } = await cloud.login(open, await cloud.aUser(open));
  const command = new AssociateSoftwareTokenCommand({
    AccessToken: AuthenticationResult?.AccessToken,
  });
  await expect(cloud.sdk.send(command)).rejects.toMatchObject({
    name: "SoftwareTokenMFANotFoundException",
  });
});

test("the secrets of the local page make the codes that sign in", async () => {
  const { username } = await cloud.aUserWithTotp(strict);
  const token = cloud.cognito.softwareTokens().find((each) => each.username === username);
  const code = totpCode(token?.secret ?? "", cloud.now);
  const tokens = await cloud.answerTotp(strict, username, await session(username), code);
  expect(tokens.AccessToken).toBeDefined();
});
