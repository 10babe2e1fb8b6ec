import fc from "fast-check";
import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { matchingStep, newTotpSecret, totpCode } from "../../cognito/totp.ts";
import { cognitoForThisFile, replayedCode, stepMillis } from "./cognito-under-test.ts";

const { cloud, pool: strict } = cognitoForThisFile();

async function session(username: string): Promise<string | undefined> {
  return (await cloud.login(strict, username)).Session;
}

test("our codes are those of another implementation, at any time and for any secret", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (millis) => {
      const secret = newTotpSecret();
      const theirs = new TOTP({ secret: Secret.fromBase32(secret) });
      expect(totpCode(secret, millis)).toBe(theirs.generate({ timestamp: millis }));
    }),
  );
});

test("a code is good for its own step and one step around it, whatever the clocks say", () => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  const stepOf = (millis: number) => Math.floor(millis / stepMillis);
  fc.assert(
    fc.property(
      fc.integer({ min: 1e12, max: 2e12 }),
      fc.integer({ min: -150_000, max: 150_000 }),
      (server, skew) => {
        const device = server + skew;
        const near = Math.abs(stepOf(device) - stepOf(server)) <= 1;
        const step = matchingStep(secret, totpCode(secret, device), server);
        expect(step).toBe(near ? stepOf(device) : undefined);
      },
    ),
    // Two steps share a code once in a million times; a fixed seed keeps such a pair out.
    { seed: 1, numRuns: 500 },
  );
});

test("a wrong code is refused and the session may be tried again", async () => {
  const { username, secret } = await cloud.aUserWithTotp(strict);
  const Session = await session(username);
  const wrong = cloud.code(secret, 50 * stepMillis);
  await expect(cloud.answerTotp(strict, username, Session, wrong)).rejects.toMatchObject({
    name: "CodeMismatchException",
    message: "Invalid code received for user",
  });
  const tokens = await cloud.answerTotp(strict, username, Session, cloud.code(secret));
  expect(tokens.AccessToken).toBeDefined();
});

test("a code works once, in whatever session", async () => {
  const { username, secret } = await cloud.aUserWithTotp(strict);
  const code = cloud.code(secret);
  await cloud.answerTotp(strict, username, await session(username), code);
  await expect(
    cloud.answerTotp(strict, username, await session(username), code),
  ).rejects.toMatchObject(replayedCode);
});

test("a session that gave tokens gives no more, not even for the next code", async () => {
  const { username, secret } = await cloud.aUserWithTotp(strict);
  const Session = await session(username);
  await cloud.answerTotp(strict, username, Session, cloud.code(secret));
  cloud.advance(stepMillis);
  await expect(cloud.answerTotp(strict, username, Session, cloud.code(secret))).rejects.toThrow(
    "session can only be used once",
  );
});

test("a code of an earlier step than the last used is refused", async () => {
  const { username, secret } = await cloud.aUserWithTotp(strict);
  await cloud.answerTotp(strict, username, await session(username), cloud.code(secret));
  const earlier = cloud.code(secret, -stepMillis);
  await expect(
    cloud.answerTotp(strict, username, await session(username), earlier),
  ).rejects.toMatchObject(replayedCode);
});

test("one user's used code does not block another's", async () => {
  const siti = await cloud.aUserWithTotp(strict);
  const budi = await cloud.aUserWithTotp(strict);
  await cloud.signIn(strict, siti.username, siti.secret);
  expect((await cloud.signIn(strict, budi.username, budi.secret)).AccessToken).toBeDefined();
});

test("of fifty parallel posts of one right code in one session, one gets tokens", async () => {
  const { username, secret } = await cloud.aUserWithTotp(strict);
  const Session = await session(username);
  const answers = await Promise.allSettled(
    Array.from({ length: 50 }, () =>
      cloud.answerTotp(strict, username, Session, cloud.code(secret)),
    ),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("of fifty parallel posts of one right code in fifty sessions, one gets tokens", async () => {
  const { username, secret } = await cloud.aUserWithTotp(strict);
  const sessions = await Promise.all(Array.from({ length: 50 }, () => session(username)));
  const code = cloud.code(secret);
  const answers = await Promise.allSettled(
    sessions.map((each) => cloud.answerTotp(strict, username, each, code)),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refusals = answers.filter((answer) => answer.status === "rejected");
  expect(new Set(refusals.map(({ reason }) => reason.name))).toEqual(
    new Set(["ExpiredCodeException"]),
  );
});

test("no code without the password step", async () => {
  const { username, secret } = await cloud.aUserWithTotp(strict);
  await expect(
    cloud.answerTotp(strict, username, "forged-session-xxxxxxxxxxxx", cloud.code(secret)),
  ).rejects.toMatchObject({ name: "NotAuthorizedException" });
});
