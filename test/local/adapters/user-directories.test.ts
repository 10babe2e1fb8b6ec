/** The adapters of Cognito on the embedded cloud: accounts are made, activated, enrolled and signed in. */
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  SetUserPoolMfaConfigCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AccountDirectory } from "#shared/account/account-directory.ts";
import { AppClientKey } from "#shared/account/app-client-key.ts";
import { lockedSeconds } from "#shared/account/lockout.ts";
import { ResetDirectory } from "#shared/account/reset-directory.ts";
import { UserDirectory } from "#shared/account/user-directory.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { createCognito } from "../../../local/cloud/cognito/cognito-service.ts";
import type { Mail } from "../../../local/cloud/cognito/messages.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { aNip } from "../../support/builders.ts";
import { LockoutsInMemory } from "../../support/lockouts-in-memory.ts";

const password = "Tahu-Bulat-Digoreng-5";

describe("the directories", () => {
  const mails: Mail[] = [];
  let cloud: ServicesUnderTest;
  let users: UserDirectory;
  let resets: ResetDirectory;
  let accounts: AccountDirectory;
  let people = 0;
  /** What was sent to Cognito, retries too. */
  let requests = 0;

  beforeAll(async () => {
    cloud = await startServices((context) => [
      createCognito(context, {
        deliver: (mail) => void mails.push(mail),
        trigger: async (_, event) => event,
      }),
    ]);
    const cognito = new CognitoIdentityProviderClient(cloud.client);
    cognito.middlewareStack.add(
      (next) => (args) => {
        requests += 1;
        return next(args);
      },
      { step: "finalizeRequest", priority: "low" },
    );
    const { UserPool } = await cognito.send(
      new CreateUserPoolCommand({
        PoolName: "employees",
        MfaConfiguration: "OFF",
        AutoVerifiedAttributes: ["email"],
        UsernameConfiguration: { CaseSensitive: false },
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
        Schema: [{ Name: "employee_id", AttributeDataType: "String", Mutable: false }],
      }),
    );
    const UserPoolId = UserPool?.Id ?? "";
    await cognito.send(
      new SetUserPoolMfaConfigCommand({
        UserPoolId,
        MfaConfiguration: "ON",
        SoftwareTokenMfaConfiguration: { Enabled: true },
      }),
    );
    const { UserPoolClient } = await cognito.send(
      new CreateUserPoolClientCommand({
        UserPoolId,
        ClientName: "site",
        GenerateSecret: true,
        ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        PreventUserExistenceErrors: "ENABLED",
        AuthSessionValidity: 15,
        EnableTokenRevocation: true,
      }),
    );
    const key = new AppClientKey(cognito, UserPoolId, UserPoolClient?.ClientId ?? "");
    users = new UserDirectory(cognito, key);
    resets = new ResetDirectory(cognito, key);
    accounts = new AccountDirectory(cognito, UserPoolId);
  });
  afterAll(() => cloud.stop());

  /** An imported account. */
  async function imported() {
    people += 1;
    const account = {
      nip: aNip(`1985021220100120${String(people).padStart(2, "0")}`),
      email: "siti@contoh.example",
      employeeId: `emp_${people}`,
    } as const;
    await accounts.createAccount(account);
    return account;
  }

  /** Resets the password of an imported account, as its holder does first. */
  async function activated() {
    const account = await imported();
    await resets.sendResetCode(account.nip, account.email);
    await resets.resetPassword(account.nip, mailedCode(), password);
    return account;
  }

  /** …and registers an authenticator. */
  async function enrolled() {
    const account = await activated();
    const { cognitoSession } = await users.checkPassword(account.nip, password);
    const made = await users.newAuthenticatorKey(cognitoSession);
    const totp = new TOTP({ secret: made.key });
    const code = () => totp.generate({ timestamp: cloud.clock.millis() });
    const used = code();
    await users.registerAuthenticator(account.nip, made.cognitoSession, {
      code: used,
      deviceName: "HP Pribadi",
    });
    return { ...account, code, used };
  }

  const mailedCode = () => /\d{6}/.exec(mails.at(-1)?.body ?? "")?.[0] ?? "";
  const login = async (nip: Nip) => (await users.checkPassword(nip, password)).cognitoSession;

  test("while Cognito has a number locked the right password does not read wrong, and our count foresees each lock", async () => {
    const { nip } = await activated();
    const lockouts = new LockoutsInMemory();
    const now = () => new Date(cloud.clock.millis());
    for (let failures = 1; failures <= 9; failures++) {
      await expect(users.checkPassword(nip, "wrong")).rejects.toMatchObject({
        code: "login-refused",
      });
      await lockouts.fail(nip, await lockouts.find(nip), now());
      const seconds = lockedSeconds(await lockouts.find(nip), now());
      expect(seconds > 0).toBe(failures >= 5);
      if (seconds > 0)
        await expect(users.checkPassword(nip, password)).rejects.toMatchObject({
          code: "too-many-attempts",
        });
      cloud.clock.advance(seconds * 1000);
    }

    expect((await users.checkPassword(nip, password)).next).toBe("enrolment");
  });

  test("an imported account is activated by a reset code that goes to the record's e-mail", async () => {
    const { nip } = await imported();
    expect(await resets.sendResetCode(nip, "siti@baru.example")).toBe("code-sent");
    expect(mails.at(-1)?.to).toBe("siti@baru.example");
    await resets.resetPassword(nip, mailedCode(), password);

    expect(await users.checkPassword(nip, password)).toMatchObject({ next: "enrolment" });
  });

  test("importing an account again keeps its password", async () => {
    const account = await activated();
    await accounts.createAccount(account);

    await expect(users.checkPassword(account.nip, password)).resolves.toBeDefined();
  });

  test("nobody gets a reset code without an account", async () => {
    expect(await resets.sendResetCode(aNip("197007172000121009"), "a@b.example")).toBe(
      "no-account",
    );
  });

  test("password and code tell who it is; the code is used up", async () => {
    const { nip, employeeId, code, used } = await enrolled();
    // Not asked for anew: since registering, the next half-minute may have begun.
    await expect(users.checkCode(nip, await login(nip), used)).rejects.toMatchObject({
      code: "code-refused",
    });
    cloud.clock.advance(30_000);

    const signedIn = await users.checkCode(nip, await login(nip), code());
    expect(signedIn).toEqual({
      employeeId,
      refreshToken: expect.any(String),
    });
    await expect(users.revoke(signedIn.refreshToken)).resolves.toBeUndefined();
  });

  test("a wrong code may be followed by the right one, of the same login", async () => {
    const { nip, code } = await enrolled();
    cloud.clock.advance(30_000);
    const session = await login(nip);

    await expect(users.checkCode(nip, session, "000000")).rejects.toMatchObject({
      code: "code-refused",
    });
    await expect(users.checkCode(nip, session, code())).resolves.toBeDefined();
    await expect(users.checkCode(nip, session, code())).rejects.toMatchObject({
      code: "step-expired",
    });
  });

  test("an unknown number and a wrong password are refused alike, and locked alike", async () => {
    const { nip } = await activated();
    const refusalsOf = async (who: Nip) => {
      const refusals: unknown[] = [];
      for (let i = 0; i < 7; i++)
        refusals.push(await users.checkPassword(who, "wrong").catch((error) => error.code));
      return refusals;
    };
    const unknown = await refusalsOf(aNip("197007172000121009"));

    expect(unknown).toEqual([
      ...Array(5).fill("login-refused"),
      ...Array(2).fill("too-many-attempts"),
    ]);
    expect(await refusalsOf(nip)).toEqual(unknown);
  });

  test("a wrong, a used and a stranger's reset code are refused alike", async () => {
    const { nip } = await activated();
    const used = mailedCode();
    for (const [who, code] of [
      [nip, "000000"],
      [nip, used],
      [aNip("197007172000121009"), used],
    ] as const)
      await expect(resets.resetPassword(who, code, password)).rejects.toMatchObject({
        code: "reset-code-refused",
      });
  });

  test("who asked for codes too often is mailed none, and the queue is not told to try again", async () => {
    const { nip, email } = await imported();
    const answers: string[] = [];
    for (let i = 0; i < 11; i++) answers.push(await resets.sendResetCode(nip, email));

    expect(answers).toEqual([...Array(10).fill("code-sent"), "too-many-mails"]);
    const before = requests;
    expect(await resets.sendResetCode(nip, email)).toBe("too-many-mails");
    // The e-mail, then the mail: what is refused for an hour is not asked for again.
    expect(requests - before).toBe(2);
  });

  test("who tried codes too often is told to wait an hour, and Cognito is asked once", async () => {
    const { nip, email } = await imported();
    await resets.sendResetCode(nip, email);
    const code = mailedCode();
    for (let i = 0; i < 9; i++) await resets.resetPassword(nip, "000000", password).catch(() => {});
    const before = requests;

    await expect(resets.resetPassword(nip, code, password)).rejects.toMatchObject({
      code: "too-many-attempts",
      retryAfterSeconds: 3_600,
    });
    expect(requests - before).toBe(1);
  });

  test("codes that strangers try are refused as any wrong one, and use up none of the holder's tries", async () => {
    const { nip, email } = await activated();
    await resets.sendResetCode(nip, email);
    const code = mailedCode();
    for (let i = 0; i < 30; i++)
      await expect(resets.refuseReset(`step-${i}`, code, password)).rejects.toMatchObject({
        code: "reset-code-refused",
      });

    await expect(resets.resetPassword(nip, code, password)).resolves.toBeUndefined();
  });

  test("after its authenticator was reset, an account registers another", async () => {
    const { nip } = await enrolled();
    await accounts.resetMfa(nip);

    expect(await users.checkPassword(nip, password)).toMatchObject({ next: "enrolment" });
  });

  test("signing out everywhere is known to Cognito too", async () => {
    const { nip } = await enrolled();

    await expect(accounts.signOutEverywhere(nip)).resolves.toBeUndefined();
  });
});
