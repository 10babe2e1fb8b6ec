/**
 * The way of somebody who does not sign in: a form, then the code that was mailed to its address. Nothing here reads a record, a marker or a
 * campaign's people, so no answer can say whether a number is anybody's (decision 0088).
 */

import { codeHash, isSameHash, mailedCodeTries } from "#shared/account/mailed-code.ts";
import type { CaptchaAnswer } from "#shared/captcha/captcha.ts";
import { redeemCaptcha } from "#shared/captcha/redeem-captcha.ts";
import type { Challenges } from "#shared/captcha/work-challenge.ts";
import { isEmail, readerOf } from "#shared/employee/email.ts";
import { keptChange } from "#shared/employee/employee-rules.ts";
import { isPhone } from "#shared/employee/field-checks.ts";
import type { Nip } from "#shared/employee/nip.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { Conflict, type FieldProblem, InvalidInput, ProofRefused } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import { type Campaign, type CampaignId, phaseAt } from "./campaign.ts";
import { codeEnds, type FormSecret, type FormsToMail, formIdOf } from "./campaign-form.ts";
import type { CampaignForms, Campaigns } from "./campaigns.ts";
import { countFormCode, countFormConfirmed, requireFormAllowance } from "./form-allowance.ts";

export interface SendForm extends Challenges {
  readonly campaigns: Pick<Campaigns, "find" | "running"> &
    Pick<CampaignForms, "add" | "findForm" | "countTry" | "confirm">;
  readonly formsToMail: FormsToMail;
  readonly limits: Pick<RateLimits, "add" | "count" | "read">;
}

/** Codes mailed to one mailbox, however it is spelled: who reads it is not buried in them, whoever types it. */
const perMailbox: Limit = { name: "campaign-mails", max: 3, windowSeconds: 3600 };
/** Forms of one network a day; an office is one, and has more people than this seldom. */
const perNetwork: Limit = { name: "campaign-forms", max: 600, windowSeconds: 86_400 };
/** Campaigns that the page lists, of all agencies: about 200 KB. Any other one takes forms all the same. */
const mostListed = 1000;

interface Sent {
  readonly campaign: CampaignId;
  readonly nip: Nip;
  readonly email: string;
  readonly phone: string;
  readonly captcha: CaptchaAnswer;
  readonly network: string;
}

/** Those that take forms now, the one that ends first first. */
export async function runningCampaigns({
  campaigns,
  clock,
}: Pick<SendForm, "campaigns" | "clock">): Promise<Campaign[]> {
  return await campaigns.running(clock.now(), mostListed);
}

/**
 * «SIMPAN DATA»: keeps what was typed and has a code mailed to the address. It answers alike whoever has the number or the address.
 * @returns what the page keeps of it
 * @throws InvalidInput on `email`, `phone`, `captcha`; Conflict `campaign-ended`, and `campaign-full` when the day's codes are used up; TooManyAttempts by
 * address and by network
 */
export async function sendForm(api: SendForm, sent: Sent): Promise<FormSecret> {
  const { nip, captcha, network } = sent;
  const email = sent.email.trim();
  const phone = keptChange({ phone: sent.phone }).phone ?? "";
  const problems = problemsOfForm({ email, phone });
  if (problems.length > 0) throw new InvalidInput(...problems);
  const campaign = await api.campaigns.find(sent.campaign);
  if (!campaign || phaseAt(campaign, api.clock.now()) !== "running")
    throw new Conflict("campaign-ended");
  await redeemCaptcha(api, { purpose: "campaign", network }, captcha);
  const now = api.clock.now();
  await api.limits.count(perNetwork, network, now);
  await requireFormAllowance(api, campaign, now);
  await api.limits.count(perMailbox, readerOf(email), now);
  await countFormCode(api, campaign, now);
  const secret = newId("frm");
  const id = formIdOf(secret);
  await api.campaigns.add({
    ...{ id, campaignId: sent.campaign, nip, email, phone },
    ...{ sentAt: now.toISOString(), endsAt: codeEnds(now), tries: 0 },
  });
  await api.formsToMail.send({ formId: id });
  return secret;
}

function problemsOfForm({ email, phone }: Pick<Sent, "email" | "phone">): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (email === "") problems.push({ field: "email", code: "required" });
  else if (!isEmail(email)) problems.push({ field: "email", code: "email-malformed" });
  if (phone === "") problems.push({ field: "phone", code: "required" });
  else if (!isPhone(phone)) problems.push({ field: "phone", code: "phone-malformed" });
  return problems;
}

/**
 * The code that was mailed: from now on the form counts. The same code once more is the same.
 * @throws ProofRefused `mailed-code-refused` (may be tried again), `too-many-codes` after five wrong ones, `mailed-code-expired` when it is too late
 * or no such form was sent
 */
export async function confirmForm(
  api: Pick<SendForm, "campaigns" | "hmacKey" | "clock" | "limits">,
  { secret, code }: { readonly secret: FormSecret; readonly code: string },
): Promise<void> {
  const { campaigns, hmacKey, clock } = api;
  const id = formIdOf(secret);
  const form = await campaigns.findForm(id);
  if (!form || clock.now().toISOString() >= form.endsAt)
    throw new ProofRefused("mailed-code-expired");
  const isRight =
    form.hash !== undefined && isSameHash(await codeHash(hmacKey, { askId: id }, code), form.hash);
  if (form.confirmedAt !== undefined && isRight) return;
  if (!(await campaigns.countTry(id)))
    throw new ProofRefused(
      form.tries >= mailedCodeTries ? "too-many-codes" : "mailed-code-expired",
    );
  if (!isRight) throw new ProofRefused("mailed-code-refused");
  const now = clock.now();
  if (await campaigns.confirm(id, now)) await countFormConfirmed(api, now);
}
