/** Password and code once more, of somebody who is signed in. */
import { describe, expect, test, vi } from "vitest";
import { stepAt } from "#shared/account/totp.ts";
import { FailureRate } from "#shared/rate-limit/failure-rate.ts";
import { logger } from "#shared/runtime/logger.ts";
import {
  confirmIdentity,
  type IdentityProof,
  identityProof,
  withIdentity,
} from "#shared/session/confirm-identity.ts";
import { keepDevice } from "#shared/session/device.ts";
import { newTotpSecret, totpCode } from "../../../local/cloud/cognito/totp.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { anAuthenticator } from "../../support/account-table-contract.ts";
import { anEmployee } from "../../support/builders.ts";
import { aRequest, hmacKey } from "../../support/call-api.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { DevicesInMemory } from "../../support/devices-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { LockoutsInMemory } from "../../support/lockouts-in-memory.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";
import { doWork } from "../../support/solve-captcha.ts";
import { rightCode, UsersInMemory } from "../../support/users-in-memory.ts";

const siti = anEmployee();
const right = { password: "Tahu-Bulat-Digoreng-5", code: rightCode };

function underTest(account: { hasAuthenticator?: boolean } = { hasAuthenticator: true }) {
  const clock = new FakeClock();
  const users = new UsersInMemory({
    nip: siti.nip,
    employeeId: siti.id,
    password: right.password,
    ...account,
  });
  const limits = new LimitsInMemory();
  const dependencies = {
    users,
    limits,
    clock,
    hmacKey,
    loginLimits: { failuresPerLevel: 5, mostWorkSeconds: 3 },
    lockouts: new LockoutsInMemory(),
    failureRate: new FailureRate(limits),
    captchas: new CaptchasInMemory(),
    workIterations: 1,
    devices: new DevicesInMemory(),
    sessions: new SessionsInMemory(),
    accountRecords: new AccountRecordsInMemory(),
    authenticatorKey: { open: async (_: string, sealed: string) => sealed },
  };
  const ask = (cookies: string[]) => aRequest({ method: "POST", path: "/api/account", cookies });
  const confirm = (proof: IdentityProof, cookies: string[] = []) =>
    confirmIdentity(dependencies, ask(cookies), { employee: siti, proof });
  const knownDevice = async () => {
    const keptAt = clock.now().toISOString();
    const kept = { nip: siti.nip, keptAt };
    const cookie = await keepDevice({ ...dependencies, deviceDays: 90 }, ask([]), kept);
    return [cookie.split(";")[0] ?? ""];
  };
  return { ...dependencies, dependencies, ask, confirm, knownDevice };
}

describe("an identity that is confirmed", () => {
  test("takes both factors, and keeps no token of Cognito's", async () => {
    const { confirm, users } = underTest();
    await confirm(right);

    expect(users.revoked).toEqual([`refresh-of-${siti.id}`]);
  });

  test("takes no code that a login by QR has used", async () => {
    const { confirm, accountRecords, clock, users } = underTest();
    const key = newTotpSecret();
    await accountRecords.register(siti, { ...anAuthenticator, sealedKey: key });
    await accountRecords.useStep(siti.id, stepAt(clock.now()));
    const code = totpCode(key, clock.now().getTime());

    await expect(confirm({ ...right, code })).rejects.toMatchObject({ code: "code-refused" });
    // The password's: the code was not sent to Cognito.
    expect(users.calls).toBe(1);
  });

  test("lets its access token be used before it is revoked", async () => {
    const { dependencies, ask, users } = underTest();
    const who = { employee: siti, proof: right };
    const revokedInUse = await withIdentity(dependencies, ask([]), who, async (token) => {
      expect(token).toBe(`access-of-${siti.id}`);
      return [...users.revoked];
    });

    expect(revokedInUse).toEqual([]);
    expect(users.revoked).toHaveLength(1);
  });

  test("revokes the token also when its use fails, and the failure is told", async () => {
    const { dependencies, ask, users } = underTest();
    const who = { employee: siti, proof: right };
    const use = async () => {
      throw new Error("no such luck");
    };

    await expect(withIdentity(dependencies, ask([]), who, use)).rejects.toThrow("no such luck");
    expect(users.revoked).toHaveLength(1);
  });

  test("stays confirmed when Cognito does not revoke; the log says so", async () => {
    const { dependencies, ask } = underTest();
    const warn = vi.spyOn(logger, "warn").mockReturnValue();
    const { users } = dependencies;
    users.revoke = async () => {
      throw new Error("throttled");
    };
    await confirmIdentity({ ...dependencies, users }, ask([]), { employee: siti, proof: right });

    expect(warn).toHaveBeenCalledWith("sign-in.revocation-failed", expect.anything());
  });

  test("ends the failures in a row, as a login does", async () => {
    const { confirm, lockouts } = underTest();
    await confirm({ ...right, password: "wrong" }).catch(() => {});
    expect(await lockouts.find(siti.nip)).toMatchObject({ failures: 1 });
    await confirm(right);

    expect(await lockouts.find(siti.nip)).toMatchObject({ failures: 0 });
  });

  test("is not somebody else's", async () => {
    const { dependencies, ask, users } = underTest();
    const other = anEmployee({ id: "emp_other" });
    const who = { employee: other, proof: right };

    await expect(confirmIdentity(dependencies, ask([]), who)).rejects.toThrow("somebody else");
    expect(users.revoked).toHaveLength(1);
  });
});

describe("an identity that is not confirmed", () => {
  test.each([
    ["password", "password-refused"],
    ["code", "code-refused"],
  ] as const)("the refusal says that the %s was wrong", async (field, code) => {
    const { confirm, users } = underTest();

    await expect(confirm({ ...right, [field]: "000000" })).rejects.toMatchObject({ code });
    expect(users.revoked).toEqual([]);
  });

  test("a code is refused the second time", async () => {
    const { confirm } = underTest();
    await confirm(right);

    await expect(confirm(right)).rejects.toMatchObject({ code: "code-refused" });
  });

  test("who has no authenticator any more is told so", async () => {
    const { confirm } = underTest({});

    await expect(confirm(right)).rejects.toMatchObject({ code: "activation-needed" });
  });

  test("wrong passwords cost work after five, and the right one goes through with it", async () => {
    const { confirm, knownDevice, clock } = underTest();
    const cookies = await knownDevice();
    for (let failures = 0; failures < 5; failures++) {
      await expect(confirm({ ...right, password: "wrong" }, cookies)).rejects.toMatchObject({
        code: "password-refused",
      });
      clock.advance({ seconds: 3 });
    }
    const refusal = await confirm(right, cookies).catch((error) => error);

    expect(refusal.code).toBe("work-required");
    const work = doWork(refusal.work);
    await expect(confirm({ ...right, work }, cookies)).resolves.toBeUndefined();
  });

  test("ten wrong codes end the tries of the hour, also of who has the password", async () => {
    const { confirm, knownDevice, clock, users } = underTest();
    const cookies = await knownDevice();
    const answers: string[] = [];
    for (let tries = 0; tries < 40 && answers.filter(isCode).length < 10; tries++) {
      const error = await tryWith(confirm, cookies);
      answers.push(error.code);
      clock.advance({ seconds: error.retryAfterSeconds ?? 1 });
    }
    const calls = users.calls;

    expect(await tryWith(confirm, cookies)).toMatchObject({ code: "too-many-attempts" });
    // The password was looked at; no code was.
    expect(users.calls - calls).toBeLessThanOrEqual(1);
  });

  const isCode = (code: string) => code === "code-refused";
  async function tryWith(
    confirm: (proof: IdentityProof, cookies: string[]) => Promise<void>,
    cookies: string[],
  ) {
    const wrong = { ...right, code: "000000" };
    const error = await confirm(wrong, cookies).catch((refusal) => refusal);
    if (error.code !== "work-required") return error;
    return await confirm({ ...wrong, work: doWork(error.work) }, cookies).catch((e) => e);
  }

  test("strangers at the number do not keep the holder's own browser from confirming", async () => {
    const { confirm, knownDevice, clock } = underTest();
    const cookies = await knownDevice();
    for (let tries = 0; tries < 30; tries++) {
      const error = await confirm({ ...right, password: "wrong" }).catch((refusal) => refusal);
      if (error.code === "work-required")
        await confirm({ ...right, password: "wrong", work: doWork(error.work) }).catch(() => {});
      clock.advance({ seconds: error.retryAfterSeconds > 60 ? 1 : (error.retryAfterSeconds ?? 1) });
    }
    clock.advance({ seconds: 10 });

    expect(await confirm(right).catch((refusal) => refusal)).toMatchObject({
      code: "too-many-attempts",
    });
    await expect(confirm(right, cookies)).resolves.toBeUndefined();
  });
});

test("a proof is a password and six digits, blanks allowed", () => {
  expect(identityProof.parse({ password: "x", code: "123 456" })).toMatchObject({ code: "123456" });
  expect(identityProof.safeParse({ password: "x", code: "12345" }).success).toBe(false);
  expect(identityProof.safeParse({ password: "", code: "123456" }).success).toBe(false);
});
