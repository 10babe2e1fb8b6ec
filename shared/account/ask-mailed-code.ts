import { mailedCodeMails } from "#shared/rate-limit/limits.ts";
import { type RateLimits, windowOf } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { TooManyAttempts } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import {
  type CodesToMail,
  codeEndsAt,
  type MailedCodeKey,
  type MailedCodes,
  mailAgainSeconds,
} from "./mailed-code.ts";

export interface AskMailedCode {
  readonly codes: Pick<MailedCodes, "ask">;
  readonly codesToMail: CodesToMail;
  readonly limits: Pick<RateLimits, "read" | "add">;
  readonly clock: Clock;
}

/**
 * Asks for a code to be mailed; an older one for the same purpose is void from now on. It answers at once and alike, whoever has
 * the address.
 * @throws TooManyAttempts within a minute after the last one, and after five in an hour for whatever purpose
 */
export async function askMailedCode(
  { codes, codesToMail, limits, clock }: AskMailedCode,
  { address, ...key }: MailedCodeKey & { readonly address: string },
): Promise<void> {
  const now = clock.now();
  const { employeeId } = key;
  if ((await limits.read(mailedCodeMails, employeeId, now)) >= mailedCodeMails.max)
    throw new TooManyAttempts(windowOf(mailedCodeMails, employeeId, now).secondsLeft);
  const askId = newId("ask");
  const asked = { ...key, askId, address, askedAt: now.toISOString(), endsAt: codeEndsAt(now) };
  if (!(await codes.ask(asked))) throw new TooManyAttempts(mailAgainSeconds);
  await limits.add(mailedCodeMails, employeeId, now);
  await codesToMail.send({ ...key, askId });
}
