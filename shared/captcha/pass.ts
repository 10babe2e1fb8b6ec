/**
 * The next checks without a captcha, for a while (issue «Verification»: «Periksa berikutnya»). Each pass serves once and is kept
 * by the browser, as a captcha is; using one up gives the next, until the time or the number is over.
 */
import * as z from "zod";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import { imageWorth, priceOf } from "./captcha-cost.ts";
import { type ChallengeBinding, openChallenge, signChallenge } from "./challenge-token.ts";
import type { Challenges, FindUse } from "./work-challenge.ts";

/** What a browser sends in place of a captcha's answer. */
export const passAnswer = z.strictObject({ pass: z.string().max(400) });

export const pass = z.strictObject({
  token: z.string(),
  /** The last instant at which a check needs no captcha. */
  endsAt: z.iso.datetime(),
});
export type Pass = z.infer<typeof pass>;

/** What is left of the time and number that one captcha is good for. */
export interface PassesLeft {
  /** Epoch seconds. */
  readonly endsAt: number;
  readonly checks: number;
}

const lifeSeconds = 600;
/** A clerk needs few; a program that crawls would get a multiple of what it solved captchas for. */
const mostChecks = 20;

type Passes = Omit<Challenges, "workIterations">;

/** What a captcha that was answered now is good for. */
export function passesAfterCaptcha({ clock }: Pick<Passes, "clock">): PassesLeft {
  return { endsAt: epochSeconds(clock.now()) + lifeSeconds, checks: mostChecks };
}

/** @returns undefined when none is left */
export async function issuePass(
  { hmacKey }: Pick<Passes, "hmacKey">,
  binding: ChallengeBinding,
  { endsAt, checks }: PassesLeft,
): Promise<Pass | undefined> {
  if (checks <= 0) return undefined;
  const key = await hmacKey.derive("challenge");
  const open = [`${checks}`];
  const signed = { kind: "pass", id: newId("pas"), endsAt, open, hidden: "" } as const;
  return {
    token: signChallenge(key, binding, signed),
    endsAt: new Date(endsAt * 1000).toISOString(),
  };
}

/**
 * Uses a pass up, with one write; a guess, which notes nothing, counts for its network as one by captcha does (decision 0083). It is worth what
 * an image is: passes could be collected, by checks of one's own card, and spent on guesses when captchas have become dear.
 * @param usedFor asked once the pass is known to be right and worth its price, before it is used: what is noted with it
 * @returns what is left afterwards
 * @throws InvalidInput `captcha-refused` on "captcha": used, over, too cheap by now, from another network and invented are alike
 */
export async function redeemPass(
  { hmacKey, captchas, clock, limits }: Passes & { limits: Pick<RateLimits, "add" | "read"> },
  binding: ChallengeBinding,
  { pass: token }: z.infer<typeof passAnswer>,
  usedFor: FindUse,
): Promise<PassesLeft> {
  const key = await hmacKey.derive("challenge");
  const opened = openChallenge(key, binding, { token, kind: "pass", hidden: "" }, clock.now());
  if (!opened) throw refused();
  // Of a known card too: a refusal that only guesses meet would tell as much as an answer.
  const { find, settle } = priceOf(limits, binding, { clock, usedFor });
  if (!(await captchas.use(opened, await find(opened.id, imageWorth)))) throw refused();
  if (!(await settle(imageWorth))) throw refused();
  return { endsAt: opened.endsAt, checks: Number(opened.open[0]) - 1 };
}

const refused = () => new InvalidInput({ field: "captcha", code: "captcha-refused" });
