/** What pages send and the API tells of a correction of attendance that its person asks for. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { isThrownAway, type Request } from "#shared/request/request.ts";
import { correctedTimes } from "./corrected-times.ts";
import { absenceKinds } from "./statuses.ts";

/** As the page sends it, and as it is kept. */
export const askedCorrection = z.strictObject({
  day: z.iso.date(),
  ...correctedTimes,
  absence: z.enum(absenceKinds).exactOptional(),
  /** Why; of a draft it may be missing. */
  note: z.string().max(longestReason).exactOptional(),
});
export type AskedCorrection = Readonly<z.infer<typeof askedCorrection>>;

/** Nothing of a draft that was thrown away is kept. */
const toldCorrection = askedCorrection.extend({ day: z.string() });

export const correctionFacts = { kind: z.literal("attendance"), content: toldCorrection };

/** What a request says, for who reads it. */
export function correctionAskedOf(
  request: Pick<Request, "submittedAt" | "state" | "content">,
): z.infer<typeof toldCorrection> {
  return isThrownAway(request) ? { day: "" } : toldCorrection.parse(request.content);
}
