/** After a captcha the next checks need none, for ten minutes and twenty cards: «Periksa berikutnya». */
import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { captchaLimits } from "#shared/rate-limit/limits.ts";
import { logger } from "#shared/runtime/logger.ts";
import { numbers, token, verifyApi } from "../../support/verify-api.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const answered = z.object({ result: z.string(), pass: z.object({ token: z.string() }).optional() });
const workOf = z.object({ work: z.object({ maxNumber: z.number() }) });
const refused = {
  status: 422,
  body: { problems: [{ field: "captcha", code: "captcha-refused" }] },
};

async function afterCaptcha() {
  const api = verifyApi();
  const next = async (asked: object, pass: string | undefined) =>
    await api.post({ ...asked, captcha: { pass } });
  const first = passOf(await api.ask(token));
  return { ...api, next, first };
}

function passOf({ body }: { readonly body: unknown }): string | undefined {
  return answered.parse(body).pass?.token;
}

test("a pass opens one check and brings the next one, each a scan of its own", async () => {
  const { next, first, scans } = await afterCaptcha();
  const second = await next(numbers, first);
  const third = await next({ token }, passOf(second));

  expect(second.body).toMatchObject({ result: "valid" });
  expect(third.body).toMatchObject({ result: "valid" });
  expect(await scans()).toHaveLength(3);
  expect(await next({ token }, first)).toMatchObject(refused);
});

test("of fifty uses of one pass at the same time exactly one is answered", async () => {
  const { next, first } = await afterCaptcha();
  const answers = await Promise.all(Array.from({ length: 50 }, () => next({ token }, first)));

  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("a check by pass costs no more than one by captcha: card and record, no counter", async () => {
  const { next, first, reads, limits, captchas } = await afterCaptcha();
  reads.splice(0);
  const [counted, used] = [vi.spyOn(limits, "add"), captchas.used];
  await next({ token }, first);

  expect(reads).toEqual(["token", "employee"]);
  expect(counted).not.toHaveBeenCalled();
  expect(captchas.used).toBe(used + 1);
});

test("it is over ten minutes after the captcha, however often it was renewed", async () => {
  const { next, first, clock } = await afterCaptcha();
  clock.advance({ minutes: 9 });
  const second = await next({ token }, first);
  expect(second).toMatchObject({ body: { pass: { endsAt: "2026-11-21T03:10:00.000Z" } } });
  clock.advance({ minutes: 1 });

  expect(await next({ token }, passOf(second))).toMatchObject(refused);
});

test("one captcha is good for twenty more checks", async () => {
  const { next, first } = await afterCaptcha();
  let pass = first;
  let checks = 0;
  for (; pass !== undefined; checks++) pass = passOf(await next({ token }, pass));

  expect(checks).toBe(20);
});

test("an unknown card ends it, so that each guess costs a captcha", async () => {
  const { next, first } = await afterCaptcha();
  const guess = await next({ ...numbers, checkCode: "00000000" }, first);

  expect(guess.body).toMatchObject({ result: "unknown" });
  expect(passOf(guess)).toBeUndefined();
  expect(await next({ token }, first)).toMatchObject(refused);
});

test("one's own card is no way to guess: the price of guesses grows, whatever brought their passes", async () => {
  const { ask, post, challenge, scans } = verifyApi();
  const priceOf = async () => workOf.parse((await challenge()).body).work.maxNumber;
  const first = await priceOf();
  const guess = async () => {
    const pass = passOf(await ask(token));
    if (pass === undefined) return false;
    const answer = await post({ ...numbers, checkCode: "00000000", captcha: { pass } });
    expect(answer.body).toMatchObject({ result: "unknown" });
    return true;
  };
  let guesses = 0;
  while (guesses < 100 && (await guess())) guesses++;

  expect(guesses).toBe(captchaLimits.answers.free);
  expect(await priceOf()).toBe(first * 2);
  // Each left its holder a scan, and the last one met the price.
  expect(await scans()).toHaveLength(guesses + 1);
});

test("passes that were collected beforehand open nothing once guesses have made captchas dear", async () => {
  const { ask, post } = verifyApi();
  const { free, step } = captchaLimits.answers;
  const most = free + step;
  const passes = [];
  for (let i = 0; i < most + 10; i++) passes.push(passOf(await ask(token)));
  const results = [];
  for (const pass of passes.slice(1))
    results.push(await post({ ...numbers, checkCode: "00000000", captcha: { pass } }));
  const answers = results.filter(({ status }) => status === 200);

  expect(answers).toHaveLength(most);
  expect(results.at(-1)).toMatchObject(refused);
  // A known card is no exception: the refusal tells nothing of what was asked.
  expect(await post({ token, captcha: { pass: passes[0] } })).toMatchObject(refused);
});

test("while many answers come from a network it gets none", async () => {
  const { ask, limits, clock } = verifyApi();
  const { name, windowSeconds } = captchaLimits.answers;
  for (let i = 0; i < 60; i++)
    await limits.add({ name: `${name}-verify`, windowSeconds }, "203.0.113.0/24", clock.now());

  expect(passOf(await ask(token))).toBeUndefined();
});

test("a pass that was changed, in its number or its end, is none", async () => {
  const { next, first = "" } = await afterCaptcha();
  const [id, endsAt, checks, mac] = first.split(".");
  for (const other of [
    [id, Number(endsAt) + 600, checks, mac],
    [id, endsAt, 2_000, mac],
    [`pas_${"0".repeat(26)}`, endsAt, checks, mac],
  ])
    expect(await next({ token }, other.join("."))).toMatchObject(refused);
  expect(await next({ token }, first)).toMatchObject({ body: { result: "valid" } });
});
