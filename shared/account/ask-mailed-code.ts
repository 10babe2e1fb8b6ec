import { counterCodeMails, mailedCodeMails } from "#shared/rate-limit/limits.ts";
import { type RateLimits, windowOf } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, TooManyAttempts } from "#shared/runtime/errors.ts";
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
 * @param asked.address undefined for a record that has none
 * @param asked.usableUntil ISO instant after which no code of this ask counts, whenever it is mailed
 * @throws Conflict `email-missing`; TooManyAttempts within a minute after the last one, and after five in an hour: codes of the counter are counted for
 * themselves, so that no officer uses up the holder's, all others together
 */
export async function askMailedCode(
  { codes, codesToMail, limits, clock }: AskMailedCode,
  {
    address,
    usableUntil,
    ...key
  }: MailedCodeKey & {
    readonly address: string | undefined;
    readonly usableUntil?: string | undefined;
  },
): Promise<void> {
  if (address === undefined) throw new Conflict("email-missing");
  const now = clock.now();
  const { employeeId, purpose } = key;
  const mails = purpose === "counter" ? counterCodeMails : mailedCodeMails;
  if ((await limits.read(mails, employeeId, now)) >= mails.max)
    throw new TooManyAttempts(windowOf(mails, employeeId, now).secondsLeft);
  const askId = newId("ask");
  const asked = {
    ...{ ...key, askId, address, usableUntil },
    askedAt: now.toISOString(),
    endsAt: codeEndsAt(now, usableUntil),
  };
  if (!(await codes.ask(asked))) throw new TooManyAttempts(mailAgainSeconds);
  await limits.add(mails, employeeId, now);
  await codesToMail.send({ ...key, askId });
}
