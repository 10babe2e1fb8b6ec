import type * as z from "zod";
import { captchaChallenge } from "#shared/captcha/captcha.ts";
import { solveWork } from "#shared/captcha/solve-work.ts";
import { specimenToken } from "#shared/card/card-token.ts";
import { verifyAnswer } from "#shared/verification/verify-answer.ts";

/** What a visitor could not do. `why` is a status or the name of an error. */
export class VisitFailed extends Error {
  readonly step: string;
  readonly why: string;
  constructor(step: string, why: string) {
    super(`${step}: ${why}`);
    this.step = step;
    this.why = why;
  }
}

/** Longer than the slowest cold start; whoever waits so long has given up. */
const patienceMilliseconds = 10_000;

/**
 * Opens the first page and the page that a QR leads to, and checks the specimen's card. The canary has no secret and no right: what
 * it does, anybody can do, and it pays for the captcha by work as everybody does (decision 0026).
 * @param siteUrl the site's own name, so that DNS, certificate, firewall and distribution are visited too
 * @throws VisitFailed naming the first step that fails
 */
export async function visitSite({ siteUrl }: { readonly siteUrl: string }): Promise<void> {
  const visit = (step: string, path: string, init: RequestInit = {}) =>
    ask(step, `${siteUrl}${path}`, init);
  await readPage("page", await visit("page", "/"));
  await readPage("verification page", await visit("verification page", `/v/${specimenToken}`));
  const challenge = await read(
    "captcha",
    captchaChallenge,
    await visit("captcha", "/api/verify/captcha"),
  );
  const body = JSON.stringify({ token: specimenToken, captcha: solveWork(challenge.work) });
  const headers = { "content-type": "application/json", origin: siteUrl, "x-kartu": "1" };
  const answer = await visit("check", "/api/verify", { method: "POST", headers, body });
  const { result } = await read("check", verifyAnswer, answer);
  if (result !== "specimen") throw new VisitFailed("check", result);
}

async function ask(step: string, url: string, init: RequestInit): Promise<Response> {
  const signal = AbortSignal.timeout(patienceMilliseconds);
  const response = await fetch(url, { ...init, signal }).catch((error: unknown) => {
    throw new VisitFailed(step, nameOf(error));
  });
  if (response.status !== 200) throw new VisitFailed(step, `${response.status}`);
  return response;
}

/** A page of ours, and not one that somebody else put in its place. */
async function readPage(step: string, response: Response): Promise<void> {
  const html = await response.text();
  if (!html.includes("Kartu ASN Virtual")) throw new VisitFailed(step, "another page");
}

async function read<T>(step: string, schema: z.ZodType<T>, response: Response): Promise<T> {
  const { success, data } = schema.safeParse(await response.json().catch(() => undefined));
  if (!success) throw new VisitFailed(step, "another answer");
  return data;
}

/** "ENOTFOUND", "CERT_HAS_EXPIRED", "TimeoutError": never a text that could hold an address. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { cause } = error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : error.name;
}
