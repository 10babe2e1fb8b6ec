/** What a page sends of a mail's link, and what it is told. */
import * as z from "zod";
import { linkPurposes } from "./mailed-link.ts";

/** Any short text: one that is no link's secret is like one that has ended. */
export const linkRequest = z.strictObject({ secret: z.string().max(200) });

export const linkUse = linkRequest.extend({
  /** Freezes the account instead, by a link that cancels and came too late. */
  freezes: z.literal(true).exactOptional(),
});

export const linkAnswer = z.strictObject({
  purpose: z.enum(linkPurposes),
  /** When what the mail tells happened. */
  about: z.iso.datetime(),
  /** "late": what it cancels does not wait any more. */
  state: z.enum(["open", "used", "late"]),
});
export type LinkAnswer = z.infer<typeof linkAnswer>;
