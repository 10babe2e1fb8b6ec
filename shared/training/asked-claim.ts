/** What pages send, and the API tells, of a certificate of others that somebody wants to have counted (services.md 4). */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { isThrownAway, type Request } from "#shared/request/request.ts";
import { trainingForms } from "./training-forms.ts";

/** Characters. */
const text = (longest: number) => z.string().max(longest);
const claimLimits = { name: 200, organiser: 200, number: 100, jp: 2000 } as const;

/** As the page sends it, and as it is kept. */
export const askedClaim = z.strictObject({
  name: text(claimLimits.name),
  organiser: text(claimLimits.organiser),
  /** As printed. */
  number: text(claimLimits.number),
  form: z.enum(trainingForms),
  /** First and last day of what was learnt. */
  from: z.iso.date(),
  until: z.iso.date(),
  /** Jam pelajaran, as the certificate says them. */
  jp: z.int().min(1).max(claimLimits.jp),
  note: text(longestReason).exactOptional(),
});
export type AskedClaim = Readonly<z.infer<typeof askedClaim>>;

/** Nothing of a draft that was thrown away is kept. */
const toldClaim = askedClaim.extend({ from: z.string(), until: z.string(), jp: z.int() });

export const claimFacts = { kind: z.literal("training-claim"), content: toldClaim };

export const officerClaimFacts = {
  ...claimFacts,
  /** While it waits: JP of the year in which it ended, without and with it. */
  learning: z.strictObject({ year: z.int(), jp: z.int(), after: z.int() }).exactOptional(),
};

/** What a request says, for who reads it. */
export function claimAskedOf(
  request: Pick<Request, "submittedAt" | "state" | "content">,
): z.infer<typeof toldClaim> {
  if (!isThrownAway(request)) return toldClaim.parse(request.content);
  return { name: "", organiser: "", number: "", form: "teknis", from: "", until: "", jp: 0 };
}
