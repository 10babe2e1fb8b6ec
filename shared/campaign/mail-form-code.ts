import { codeMail } from "#shared/account/code-mail.ts";
import { codeHash, newCode } from "#shared/account/mailed-code.ts";
import type { MailAnswer, Mailer } from "#shared/mail/mail.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { codeEnds, type FormMessage } from "./campaign-form.ts";
import type { CampaignForms } from "./campaigns.ts";

export interface MailFormCode {
  readonly forms: Pick<CampaignForms, "findForm" | "keepCode" | "settle">;
  readonly mailer: Mailer;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  readonly clock: Clock;
  /** Waits until one more code may be mailed: they share SES with the codes of resets. */
  readonly turn: () => Promise<void>;
}

/** How it ended: «over» when it was mailed before, «overdue» when nobody waits for it any more. */
type FormMailOutcome = MailAnswer | "over" | "overdue";

/**
 * Makes the code of a form, stores its hash and mails it, whoever has the address: a mail that came to some only would tell who is known. If the
 * function ends before the mail is settled, a second code is mailed: the newest counts.
 * @throws Busy, and whatever may work later
 */
export async function mailFormCode(
  { forms, mailer, hmacKey, clock, turn }: MailFormCode,
  { formId }: FormMessage,
): Promise<FormMailOutcome> {
  const form = await forms.findForm(formId);
  if (!form || form.settled) return "over";
  if (clock.now().toISOString() >= form.endsAt) return "overdue";
  await turn();
  const code = newCode();
  const hash = await codeHash(hmacKey, { askId: formId }, code);
  const isKept = await forms.keepCode(formId, { hash, endsAt: codeEnds(clock.now()) });
  if (!isKept) return "over";
  const outcome = await mailer.deliver(form.email, codeMail("campaign", code));
  await forms.settle(formId);
  return outcome;
}
