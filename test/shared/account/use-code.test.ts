/** A code counts once, whoever checks it: Cognito for a login or a confirmation, our own key for a login by QR. */
import { expect, test } from "vitest";
import { useCode } from "#shared/account/use-code.ts";
import { checkOwnCode } from "#shared/account/weigh-code.ts";
import { newTotpSecret, totpCode } from "../../../local/cloud/cognito/totp.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { anAuthenticator } from "../../support/account-table-contract.ts";
import { anEmployee } from "../../support/builders.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const siti = anEmployee();
const key = newTotpSecret();

/** @param whileAsked what happens while Cognito thinks */
async function world(whileAsked: () => Promise<unknown> = async () => {}) {
  const clock = new FakeClock();
  const accountRecords = new AccountRecordsInMemory();
  await accountRecords.register(siti, { ...anAuthenticator, sealedKey: key });
  const revoked: string[] = [];
  const users = {
    checkCode: async () => {
      await whileAsked();
      return { employeeId: siti.id, accessToken: "access", refreshToken: "refresh" };
    },
    revoke: async (token: string) => void revoked.push(token),
  };
  const authenticatorKey = { open: async (_: string, sealed: string) => sealed };
  const dependencies = { accountRecords, authenticatorKey, clock, users };
  const code = totpCode(key, clock.now().getTime());
  const asked = { nip: siti.nip, employeeId: siti.id, cognitoSession: "c", code };
  return {
    revoked,
    use: () => useCode(dependencies, asked),
    checkOwn: () => checkOwnCode(dependencies, siti.id, code),
  };
}
const refused = { code: "code-refused" };

test("a code that Cognito took is none for our own check", async () => {
  const { use, checkOwn } = await world();

  expect(await use()).toMatchObject({ isKnown: true });
  expect(await checkOwn()).toBe("refused");
});

test("a code that our own check took is not sent to Cognito", async () => {
  let calls = 0;
  const { use, checkOwn } = await world(async () => void calls++);

  expect(await checkOwn()).toBe("accepted");
  await expect(use()).rejects.toMatchObject(refused);
  expect(calls).toBe(0);
});

test("of both at the same moment one counts, and Cognito's sign-in is revoked", async () => {
  const checks: (() => Promise<string>)[] = [];
  const { use, checkOwn, revoked } = await world(async () => {
    expect(await checks[0]?.()).toBe("accepted");
  });
  checks.push(checkOwn);

  await expect(use()).rejects.toMatchObject(refused);
  expect(revoked).toEqual(["refresh"]);
});
