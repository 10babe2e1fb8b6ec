import fc from "fast-check";
import { expect, test } from "vitest";
import type { CaptchaAnswer } from "#shared/captcha/captcha.ts";
import { captchaAnswer } from "#shared/captcha/captcha.ts";
import type { ChallengeBinding } from "#shared/captcha/challenge-token.ts";
import { signChallenge } from "#shared/captcha/challenge-token.ts";
import { issueCaptcha } from "#shared/captcha/issue-captcha.ts";
import { redeemCaptcha } from "#shared/captcha/redeem-captcha.ts";
import { captchaLimits } from "#shared/rate-limit/limits.ts";
import { hmacKey } from "../../support/call-api.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { solve } from "../../support/solve-captcha.ts";

const here: ChallengeBinding = { purpose: "verify", network: "203.0.113.0/24" };
const refused = { problems: [{ field: "captcha", code: "captcha-refused" }] };

function captchasUnderTest() {
  const captchas = new CaptchasInMemory();
  const limits = new LimitsInMemory();
  const clock = new FakeClock();
  const dependencies = { captchas, clock, limits, hmacKey, workIterations: 1 };
  const issue = (binding = here) => issueCaptcha(dependencies, binding);
  const redeem = (answer: CaptchaAnswer, binding = here) =>
    redeemCaptcha(dependencies, binding, answer);
  return { captchas, limits, clock, issue, redeem };
}

async function issued() {
  const under = captchasUnderTest();
  const challenge = await under.issue();
  return { ...under, challenge, right: () => solve(challenge) };
}

/** The token of an image that shows this text. */
async function tokenOf(text: string, n = 7): Promise<string> {
  const key = await hmacKey.derive("challenge");
  const endsAt = Date.parse("2026-11-21T03:05:00.000Z") / 1000;
  const id = `cap_${String(n).padStart(26, "7")}`;
  return signChallenge(key, here, { kind: "text", id, endsAt, open: [], hidden: text });
}

test("the proof of work opens once", async () => {
  const { redeem, right } = await issued();

  await expect(redeem(right())).resolves.toMatchObject({ withImage: true });
  await expect(redeem(right())).rejects.toMatchObject(refused);
});

test.each(["AC7XK", "ac7 xk", "ACTYK"])(
  "the image's text opens, in any case, with blanks, and as what looks alike: %s",
  async (typed) => {
    const { redeem } = captchasUnderTest();
    const token = await tokenOf("AC7XK");

    await expect(redeem({ token, text: typed })).resolves.toMatchObject({ withImage: true });
    await expect(redeem({ token, text: typed })).rejects.toMatchObject(refused);
  },
);

test("a wrong answer uses the image up", async () => {
  const { redeem } = captchasUnderTest();
  const token = await tokenOf("AC7XK");

  await expect(redeem({ token, text: "WRONG" })).rejects.toMatchObject(refused);
  await expect(redeem({ token, text: "AC7XK" })).rejects.toMatchObject(refused);
});

test("after five minutes, for another purpose and from another network the right answer is refused", async () => {
  const { redeem, right, clock } = await issued();

  await expect(redeem(right(), { ...here, purpose: "reset" })).rejects.toMatchObject(refused);
  await expect(redeem(right(), { ...here, network: "elsewhere" })).rejects.toMatchObject(refused);
  clock.advance({ minutes: 5 });
  await expect(redeem(right())).rejects.toMatchObject(refused);
});

test("a token that was made smaller, or for longer, is none of ours", async () => {
  const { redeem, right } = await issued();
  const { token, number } = right();
  const [id = "", endsAt = "", challenge = "", max = "", mac = ""] = token.split(".");
  const forged = [
    [id, `${Number(endsAt) + 600}`, challenge, max, mac],
    [id, endsAt, challenge, "1", mac],
    [`${id}x`, endsAt, challenge, max, mac],
    [id, endsAt, challenge, mac],
  ];

  for (const parts of forged)
    await expect(redeem({ token: parts.join("."), number })).rejects.toMatchObject(refused);
  await expect(redeem({ token, number })).resolves.toMatchObject({ withImage: true });
});

test("fifty answers at once open once", async () => {
  const { redeem, right } = await issued();
  const answer = right();
  const results = await Promise.allSettled(Array.from({ length: 50 }, () => redeem(answer)));

  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("asking for captchas writes nothing, so nobody can use them up for others", async () => {
  const { issue, captchas, limits } = captchasUnderTest();
  for (let i = 0; i < 200; i++) await issue();

  expect({ writes: limits.writes, used: captchas.used }).toEqual({ writes: 0, used: 0 });
  expect((await issue()).image).toBeDefined();
});

test("many answers of one network make its captchas work, not impossible; another network and another purpose are not hurt", async () => {
  const { issue, limits, clock } = captchasUnderTest();
  const { answers } = captchaLimits;
  const first = await issue();
  const answer = async (times: number) => {
    for (let i = 0; i < times; i++)
      await limits.add({ ...answers, name: `${answers.name}-verify` }, here.network, clock.now());
  };
  await answer(answers.free);
  const busy = await issue();
  await answer(answers.step);
  const busier = await issue();

  expect(first.image).toBeDefined();
  expect(busy.image).toBeUndefined();
  expect(busy.work.maxNumber).toBe(first.work.maxNumber * 2);
  expect(busier.work.maxNumber).toBe(first.work.maxNumber * 4);
  expect((await issue({ ...here, network: "elsewhere" })).image).toBeDefined();
  expect((await issue({ ...here, purpose: "reset" })).image).toBeDefined();
  clock.advance({ minutes: 1 });
  expect((await issue()).image).toBeDefined();
});

test("captchas that were laid in store while they were cheap are worth nothing when they are dear", async () => {
  const { issue, redeem, limits, clock } = captchasUnderTest();
  const { answers } = captchaLimits;
  const [first, second] = [solve(await issue()), solve(await issue())];
  const image = await tokenOf("AC7XK");
  const busy = async () => {
    for (let i = 0; i < answers.free + answers.step; i++)
      await limits.add({ ...answers, name: `${answers.name}-verify` }, here.network, clock.now());
  };
  await busy();

  await expect(redeem(first)).rejects.toMatchObject(refused);
  await expect(redeem({ token: image, text: "AC7XK" })).rejects.toMatchObject(refused);
  await expect(redeem(solve(await issue()))).resolves.toMatchObject({ withImage: false });
  clock.advance({ minutes: 1 });
  await expect(redeem(second)).resolves.toMatchObject({ withImage: true });
});

test("of many stored captchas answered at once, those open that are free, and one level more", async () => {
  const { redeem } = captchasUnderTest();
  const { free, step } = captchaLimits.answers;
  const tokens = await Promise.all(Array.from({ length: 140 }, (_, n) => tokenOf("AC7XK", n)));
  const results = await Promise.allSettled(tokens.map((token) => redeem({ token, text: "AC7XK" })));

  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(free + step);
});

test("wrong answers make the work grow, up to eight seconds", async () => {
  const { issue, redeem } = captchasUnderTest();
  const token = await tokenOf("AC7XK");
  const sizes: number[] = [];
  for (let i = 0; i < 125; i++) {
    if (i % 25 === 0) sizes.push((await issue()).work.maxNumber);
    await redeem({ token, text: "WRONG" }).catch(() => {});
  }

  expect(sizes).toEqual([240, 480, 960, 1920, 1920]);
});

test("no answer but the right ones opens, whatever its shape", async () => {
  const { redeem, challenge, right } = await issued();
  const rightNumber = right().number;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.record({ text: fc.string() }),
        fc.record({ number: fc.double() }),
        fc.record({ number: fc.integer() }),
        fc.anything(),
      ),
      fc.oneof(fc.constant(challenge.work.token), fc.constant(challenge.image?.token), fc.string()),
      async (answer, token) => {
        const given = { token, ...Object(answer) };
        fc.pre(!("number" in given) || given.number !== rightNumber);
        const parsed = captchaAnswer.safeParse(given);

        if (parsed.success) await expect(redeem(parsed.data)).rejects.toMatchObject(refused);
        else expect(parsed.success).toBe(false);
      },
    ),
    { numRuns: 60 },
  );
});
