/** The adapters of Cognito on the embedded cloud: accounts are made, activated, enrolled and signed in. */
import {
  CognitoIdentityProviderClient,
  GetUserCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { describe, expect, test } from "vitest";
import { lockedSeconds } from "#shared/account/lockout.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { aNip } from "../../support/builders.ts";
import { LockoutsInMemory } from "../../support/lockouts-in-memory.ts";
import { directoriesForThisFile, password } from "./directories-for-this-file.ts";

const directories = directoriesForThisFile();
const { imported, activated, enrolled, mailedCode, login } = directories;

describe("the directories", () => {
  test("while Cognito has a number locked the right password does not read wrong, and our count foresees each lock", async () => {
    const { nip } = await activated();
    const lockouts = new LockoutsInMemory();
    const now = () => new Date(directories.cloud.clock.millis());
    for (let failures = 1; failures <= 9; failures++) {
      await expect(directories.users.checkPassword(nip, "wrong")).rejects.toMatchObject({
        code: "login-refused",
      });
      await lockouts.fail(nip, await lockouts.find(nip), now());
      const seconds = lockedSeconds(await lockouts.find(nip), now());
      expect(seconds > 0).toBe(failures >= 5);
      if (seconds > 0)
        await expect(directories.users.checkPassword(nip, password)).rejects.toMatchObject({
          code: "too-many-attempts",
        });
      directories.cloud.clock.advance(seconds * 1000);
    }

    expect((await directories.users.checkPassword(nip, password)).next).toBe("enrolment");
  });

  test("a new user is activated by a reset code that goes to the record's e-mail", async () => {
    const { nip } = await imported();
    expect(await directories.resets.sendResetCode(nip, "siti@baru.example")).toBe("code-sent");
    expect(directories.newestMail()?.to).toBe("siti@baru.example");
    await directories.resets.resetPassword(nip, mailedCode(), password);

    expect(await directories.users.checkPassword(nip, password)).toMatchObject({
      next: "enrolment",
    });
  });

  test("making a user again keeps its password", async () => {
    const account = await activated();
    await directories.accounts.createUser(account);

    await expect(directories.users.checkPassword(account.nip, password)).resolves.toBeDefined();
  });

  test("nobody gets a reset code without an account", async () => {
    expect(await directories.resets.sendResetCode(aNip("197007172000121009"), "a@b.example")).toBe(
      "no-account",
    );
  });

  test("password and code tell who it is; the code is used up", async () => {
    const { nip, id: employeeId, code, used } = await enrolled();
    // Not asked for anew: since registering, the next half-minute may have begun.
    await expect(directories.users.checkCode(nip, await login(nip), used)).rejects.toMatchObject({
      code: "code-refused",
    });
    directories.cloud.clock.advance(30_000);

    const signedIn = await directories.users.checkCode(nip, await login(nip), code());
    expect(signedIn).toEqual({
      employeeId,
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
    });
    await expect(directories.users.revoke(signedIn.refreshToken)).resolves.toBeUndefined();
  });

  test("the access token of a sign-in is good until the sign-in is revoked", async () => {
    const { nip, code } = await enrolled();
    directories.cloud.clock.advance(30_000);
    const { accessToken, refreshToken } = await directories.users.checkCode(
      nip,
      await login(nip),
      code(),
    );
    const cognito = new CognitoIdentityProviderClient(directories.cloud.client);
    const whoAmI = () => cognito.send(new GetUserCommand({ AccessToken: accessToken }));

    await expect(whoAmI()).resolves.toMatchObject({ Username: nip });
    await directories.users.revoke(refreshToken);
    await expect(whoAmI()).rejects.toMatchObject({ name: "NotAuthorizedException" });
  });

  test("an access token changes the password, with the present one", async () => {
    const { nip, code } = await enrolled();
    directories.cloud.clock.advance(30_000);
    const { accessToken } = await directories.users.checkCode(nip, await login(nip), code());
    const next = "Kopi-Tubruk-Tanpa-Gula-7";
    const change = (present: string) =>
      directories.users.changePassword(accessToken, { present, next });

    await expect(change("Wrong-Present-1")).rejects.toMatchObject({
      name: "NotAuthorizedException",
    });
    await change(password);
    expect(await directories.users.checkPassword(nip, next)).toMatchObject({ next: "code" });
    await expect(directories.users.checkPassword(nip, password)).rejects.toMatchObject({
      code: "login-refused",
    });
  });

  test("who changed the password too often is told to wait an hour, and Cognito is asked once", async () => {
    const { nip, code } = await enrolled();
    directories.cloud.clock.advance(30_000);
    const { accessToken } = await directories.users.checkCode(nip, await login(nip), code());
    const passwords = Array.from({ length: 12 }, (_, i) => `${password}${i || ""}`);
    const change = (i: number) =>
      directories.users.changePassword(accessToken, {
        present: String(passwords[i]),
        next: String(passwords[i + 1]),
      });
    for (let i = 0; i < 10; i++) await change(i);
    const before = directories.requests;

    await expect(change(10)).rejects.toMatchObject({
      code: "too-many-attempts",
      retryAfterSeconds: 3_600,
    });
    expect(directories.requests - before).toBe(1);
  });

  test("a wrong code may be followed by the right one, of the same login", async () => {
    const { nip, code } = await enrolled();
    directories.cloud.clock.advance(30_000);
    const session = await login(nip);

    await expect(directories.users.checkCode(nip, session, "000000")).rejects.toMatchObject({
      code: "code-refused",
    });
    await expect(directories.users.checkCode(nip, session, code())).resolves.toBeDefined();
    await expect(directories.users.checkCode(nip, session, code())).rejects.toMatchObject({
      code: "step-expired",
    });
  });

  test("an unknown number and a wrong password are refused alike, and locked alike", async () => {
    const { nip } = await activated();
    const refusalsOf = async (who: Nip) => {
      const refusals: unknown[] = [];
      for (let i = 0; i < 7; i++)
        refusals.push(
          await directories.users.checkPassword(who, "wrong").catch((error) => error.code),
        );
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
      await expect(directories.resets.resetPassword(who, code, password)).rejects.toMatchObject({
        code: "reset-code-refused",
      });
  });

  test("who asked for codes too often is mailed none, and the queue is not told to try again", async () => {
    const { nip, email } = await imported();
    const answers: string[] = [];
    for (let i = 0; i < 11; i++) answers.push(await directories.resets.sendResetCode(nip, email));

    expect(answers).toEqual([...Array(10).fill("code-sent"), "too-many-mails"]);
    const before = directories.requests;
    expect(await directories.resets.sendResetCode(nip, email)).toBe("too-many-mails");
    // The e-mail, then the mail: what is refused for an hour is not asked for again.
    expect(directories.requests - before).toBe(2);
  });

  test("who tried codes too often is told to wait an hour, and Cognito is asked once", async () => {
    const { nip, email } = await imported();
    await directories.resets.sendResetCode(nip, email);
    const code = mailedCode();
    for (let i = 0; i < 9; i++)
      await directories.resets.resetPassword(nip, "000000", password).catch(() => {});
    const before = directories.requests;

    await expect(directories.resets.resetPassword(nip, code, password)).rejects.toMatchObject({
      code: "too-many-attempts",
      retryAfterSeconds: 3_600,
    });
    expect(directories.requests - before).toBe(1);
  });

  test("codes that strangers try are refused as any wrong one, and use up none of the holder's tries", async () => {
    const { nip, email } = await activated();
    await directories.resets.sendResetCode(nip, email);
    const code = mailedCode();
    for (let i = 0; i < 30; i++)
      await expect(
        directories.resets.refuseReset(`step-${i}`, code, password),
      ).rejects.toMatchObject({
        code: "reset-code-refused",
      });

    await expect(directories.resets.resetPassword(nip, code, password)).resolves.toBeUndefined();
  });

  test("after its authenticator was reset, an account registers another", async () => {
    const { nip } = await enrolled();
    await directories.accounts.resetMfa(nip);

    expect(await directories.users.checkPassword(nip, password)).toMatchObject({
      next: "enrolment",
    });
  });

  test("a login that waits for a code ends when its authenticator is reset meanwhile", async () => {
    const { nip, code } = await enrolled();
    directories.cloud.clock.advance(30_000);
    const session = await login(nip);
    await directories.accounts.resetMfa(nip);

    await expect(directories.users.checkCode(nip, session, code())).rejects.toMatchObject({
      code: "step-expired",
    });
  });

  test("signing out everywhere is known to Cognito too", async () => {
    const { nip } = await enrolled();

    await expect(directories.accounts.signOutEverywhere(nip)).resolves.toBeUndefined();
  });
});
