import fc from "fast-check";
import { expect, test } from "vitest";
import type { CaptchaPurpose } from "#shared/captcha/captcha.ts";
import { textHash } from "#shared/captcha/captcha-text.ts";
import { issueCaptcha } from "#shared/captcha/issue-captcha.ts";
import { captchaAnswer, redeemCaptcha } from "#shared/captcha/redeem-captcha.ts";
import type { CaptchaAnswer } from "#shared/http/contract.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { solve } from "../../support/solve-captcha.ts";

async function issued() {
  const captchas = new CaptchasInMemory();
  const clock = new FakeClock();
  const collaborators = { captchas, clock, limits: new LimitsInMemory() };
  const challenge = await issueCaptcha(collaborators, { purpose: "verify", network: "test" });
  const redeem = (answer: CaptchaAnswer, purpose: CaptchaPurpose = "verify") =>
    redeemCaptcha(collaborators, { answer, purpose });
  return { captchas, clock, challenge, redeem, right: () => solve(challenge) };
}
const refused = { problems: [{ field: "captcha", code: "captcha-refused" }] };

test("the proof of work opens once", async () => {
  const { redeem, right } = await issued();

  await expect(redeem(right())).resolves.toBeUndefined();
  await expect(redeem(right())).rejects.toMatchObject(refused);
});

test("the image's text opens, in any case and with blanks", async () => {
  const { captchas, redeem } = await issued();
  await captchas.add({
    id: "cap_text",
    purpose: "verify",
    textHash: textHash("cap_text", "AC7XK"),
    salt: "",
    challenge: "",
    endsAt: "2026-11-21T03:05:00.000Z",
  });

  await expect(redeem({ captchaId: "cap_text", text: "ac7 xk" })).resolves.toBeUndefined();
});

test("a wrong answer uses the captcha up", async () => {
  const { challenge, redeem, right } = await issued();

  await expect(redeem({ captchaId: challenge.captchaId, text: "WRONG" })).rejects.toMatchObject(
    refused,
  );
  await expect(redeem(right())).rejects.toMatchObject(refused);
});

test("after five minutes, and for another purpose, the right answer is refused", async () => {
  const { challenge, clock, redeem, right } = await issued();

  await expect(redeem(right(), "reset")).rejects.toMatchObject(refused);
  expect(challenge.expiresAt).toBe("2026-11-21T03:05:00.000Z");
  clock.advance({ minutes: 5 });
  await expect(redeem(right())).rejects.toMatchObject(refused);
});

test("fifty answers at once open once", async () => {
  const { redeem, right } = await issued();
  const answer = right();
  const results = await Promise.allSettled(Array.from({ length: 50 }, () => redeem(answer)));

  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("the challenge does not tell its answers", async () => {
  const { challenge, captchas, right } = await issued();
  const [kept] = captchas.all;

  expect(Object.keys(challenge.proofOfWork)).toEqual([
    "algorithm",
    "salt",
    "challenge",
    "maxNumber",
  ]);
  expect(JSON.stringify(challenge)).not.toContain(kept?.textHash);
  expect(JSON.stringify(kept)).not.toContain(`:${right().number}`);
});

test("no answer but the right ones opens, whatever its shape", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.record({ text: fc.string() }),
        fc.record({ number: fc.double() }),
        fc.record({ number: fc.integer() }),
        fc.anything(),
      ),
      async (answer) => {
        const { challenge, redeem, right } = await issued();
        const given = { captchaId: challenge.captchaId, ...(answer as object) };
        fc.pre(!("number" in given) || given.number !== right().number);
        const parsed = captchaAnswer.safeParse(given);

        if (parsed.success) await expect(redeem(parsed.data)).rejects.toMatchObject(refused);
        else expect(parsed.success).toBe(false);
      },
    ),
    { numRuns: 30 },
  );
});
