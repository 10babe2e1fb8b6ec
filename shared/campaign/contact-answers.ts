/** What a request of this kind tells of what it asks for. */
import * as z from "zod";
import { campaignId } from "./campaign.ts";

/** Address and number; empty where the record has none. */
const contact = z.strictObject({ email: z.string(), phone: z.string() });

export const contactProposal = z.strictObject({
  values: contact,
  /** What the record said. */
  old: contact,
  campaign: campaignId,
  /** What the campaign is called. */
  title: z.string(),
  /** Nobody who signs in says anything beside it. */
  note: z.string().exactOptional(),
});
export type ContactProposal = Readonly<z.infer<typeof contactProposal>>;

export const contactFacts = { kind: z.literal("contact"), content: contactProposal };

export const officerContactFacts = {
  ...contactFacts,
  /** What the record says now; of what has ended, what it said when it was asked for. */
  stands: contact,
};
