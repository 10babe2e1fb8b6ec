/** What the API tells of campaigns, to those who do not sign in and to officers. */
import * as z from "zod";
import { captchaAnswer } from "#shared/captcha/captcha.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { parseNip } from "#shared/employee/nip.ts";
import { zones } from "#shared/runtime/zone.ts";
import { campaignGroup, campaignId, longestTitle, phases } from "./campaign.ts";
import { formSecret } from "./campaign-form.ts";

/** What everybody may know: whose campaigns take forms now, and until when. */
export const runningCampaignsAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        id: campaignId,
        /** The agency. */
        instansi: z.string(),
        title: z.string(),
        /** A calendar day of the agency's zone; it counts whole. */
        lastDay: z.string(),
        zone: z.enum(zones),
      }),
    )
    .readonly(),
});
export type RunningCampaigns = z.infer<typeof runningCampaignsAnswer>;

/** Refuses only texts that are no number. It does not show whether anybody has it. */
const nip = z
  .string()
  .max(40)
  .transform((text, context) => {
    const parsed = parseNip(text);
    if (parsed) return parsed;
    context.addIssue({ code: "custom", message: "nip-malformed" });
    return z.NEVER;
  });

export const sentForm = z.strictObject({
  campaign: campaignId,
  nip,
  email: z.string().max(254),
  phone: z.string().max(40),
  captcha: captchaAnswer,
});

/** What the page keeps, to send it with the code. */
export const sentFormAnswer = z.strictObject({ form: formSecret });

export const confirmedForm = z.strictObject({
  form: formSecret,
  code: z
    .string()
    .max(20)
    .transform((text) => text.replaceAll(/\s/g, ""))
    .pipe(z.string().regex(/^\d{8}$/, "mailed-code-malformed")),
});

const facts = {
  id: campaignId,
  title: z.string(),
  group: campaignGroup,
  firstDay: z.string(),
  lastDay: z.string(),
  zone: z.enum(zones),
  phase: z.enum(phases),
  /** It was ended before its last day was over, at this instant. */
  endedAt: z.iso.datetime().exactOptional(),
  people: z.int(),
  version: z.int(),
};

export const campaignsAnswer = z.strictObject({
  items: z.array(z.strictObject(facts)).readonly(),
  /** The reader opens none. */
  readOnly: z.literal(true).exactOptional(),
});
export type CampaignFacts = z.infer<typeof campaignsAnswer>["items"][number];

export const campaignDetail = z.strictObject({
  ...facts,
  /** See `CampaignFigures`. */
  figures: z.strictObject({
    people: z.int(),
    received: z.int(),
    waiting: z.int(),
    approved: z.int(),
    refused: z.int(),
    unanswered: z.int(),
    unmatched: z.int(),
  }),
  /** The reader neither ends it nor takes out a list of its people. */
  readOnly: z.literal(true).exactOptional(),
});
export type CampaignDetail = z.infer<typeof campaignDetail>;

export const newCampaign = z.strictObject({
  /** Made by the page: the same key is the same campaign. */
  key: z.string().regex(/^[0-9a-z]{20,60}$/),
  title: z.string().max(longestTitle),
  group: campaignGroup,
  firstDay: z.string().max(10),
  lastDay: z.string().max(10),
  /** Nothing is opened. */
  only: z.literal("count").exactOptional(),
});

/** How many people it would ask now. */
export const campaignReach = z.strictObject({ people: z.int() });

export const unansweredQuery = z.strictObject({ cursor: employeeId.optional() });

export const unansweredAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        employeeId,
        /** 8-6-1-3 groups. */
        nip: z.string(),
        name: z.string(),
        unitKerja: z.string(),
      }),
    )
    .readonly(),
  /** Absent on the last page. A page can have fewer people, where some work elsewhere by now. */
  cursor: employeeId.exactOptional(),
});
export type Unanswered = z.infer<typeof unansweredAnswer>;
