/**
 * What somebody typed who did not sign in: a number, an address and a telephone. It counts once the mailed code has been typed, which proves
 * the mailbox and nothing else: whoever knows a number could have typed it.
 */
import * as z from "zod";
import { mailedCodeMinutes } from "#shared/account/mailed-code.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { parseNip } from "#shared/employee/nip.ts";
import { digestId, type Id, idRest } from "#shared/runtime/ids.ts";
import { campaignId } from "./campaign.ts";

/** What the page keeps of a form that it sent: 128 random bits, of which only a digest is stored. */
export type FormSecret = Id<"frm">;
export const formSecret: z.ZodType<FormSecret> = z.templateLiteral(["frm_", idRest]);

/** The stored name of a form. */
export type FormId = Id<"form">;
const formId: z.ZodType<FormId> = z.templateLiteral(["form_", idRest]);

export function formIdOf(secret: FormSecret): FormId {
  return digestId("form", [secret]);
}

/** What became of a form that was confirmed. Nobody outside hears of it. */
const formOutcomes = [
  "asked",
  "same",
  "late",
  "unmatched",
  "address-taken",
  "too-many",
  "repeated",
] as const;
export type FormOutcome = (typeof formOutcomes)[number];

/** Those that officers see counted, because somebody believes to have answered. */
export const unmatchedOutcomes: readonly FormOutcome[] = ["unmatched", "address-taken", "too-many"];

export const campaignForm = z.object({
  id: formId,
  campaignId,
  nip: z.string().transform((text, context): Nip => {
    const nip = parseNip(text);
    if (nip) return nip;
    context.issues.push({ code: "custom", message: "no number", input: text });
    return z.NEVER;
  }),
  email: z.string(),
  phone: z.string(),
  /** ISO instants. By the first it is judged whether the campaign was running. */
  sentAt: z.string(),
  /** Until when the code may be typed. */
  endsAt: z.string(),
  /** Codes that were typed so far. */
  tries: z.int().nonnegative(),
  /** Of the code, see `codeHash`; absent until it is made. */
  hash: z.string().exactOptional(),
  /** The mail was sent, or never will be. */
  settled: z.literal(true).exactOptional(),
  /** Since when it may be taken: when its code was typed, or where it waits, the instant of the next look. */
  confirmedAt: z.string().exactOptional(),
  outcome: z.enum(formOutcomes).exactOptional(),
});
export type CampaignForm = Readonly<z.infer<typeof campaignForm>>;

/** How long the code of a form counts, from when it was sent to our queue and again from when it is mailed. */
export function codeEnds(from: Date): string {
  return new Date(from.getTime() + mailedCodeMinutes * 60_000).toISOString();
}

/** A message of the reset queue: the code is made where it is mailed, and stands in no queue. */
export const formMessage = z.strictObject({ formId });
export type FormMessage = Readonly<z.infer<typeof formMessage>>;

/** Forms whose code is to be mailed. */
export interface FormsToMail {
  send(message: FormMessage): Promise<void>;
}
