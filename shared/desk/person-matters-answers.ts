/** What the API tells an officer of what waits about one person, and of the last photo. */
import * as z from "zod";
import { approval } from "#shared/access/approval.ts";
import { decree } from "#shared/decree/decree.ts";
import { ruleOutcome } from "#shared/photo/photo-report.ts";
import { requestId } from "#shared/request/request.ts";
import { requestStates } from "#shared/request/request-states.ts";

export const personMattersAnswer = z.strictObject({
  /** What waits for a second person, the one that ends first is first. */
  requests: z
    .array(
      z.strictObject({
        kind: approval.shape.kind,
        /** With degrees; absent without a readable record. */
        asker: z.string().exactOptional(),
        askedAt: z.iso.datetime(),
        until: z.iso.datetime(),
        /** The reader asked for it or may decide it, so it is on the reader's page of approvals. */
        isListed: z.literal(true).exactOptional(),
      }),
    )
    .readonly(),
  /** What the person asks for and has not got yet. */
  asked: z
    .array(z.strictObject({ id: requestId, number: z.string(), state: z.enum(requestStates) }))
    .readonly(),
  /** What two people decided for a day to come, or what could not act, by its day. */
  decrees: z
    .array(
      z.strictObject({
        kind: decree.shape.kind,
        tmt: decree.shape.tmt,
        isStuck: z.literal(true).exactOptional(),
      }),
    )
    .readonly(),
  /** To which agency the person is released, and until when that one may take the person in. */
  release: z.strictObject({ to: z.string(), until: z.iso.datetime() }).exactOptional(),
  /** The newest upload of the last thirty days that has an outcome. */
  photo: z
    .strictObject({
      isAccepted: z.boolean(),
      /** It was confirmed, and is the record's photo now. */
      isOnCard: z.boolean(),
      sentAt: z.iso.datetime(),
      rules: z.array(ruleOutcome).readonly(),
    })
    .exactOptional(),
});
export type PersonMattersAnswer = z.infer<typeof personMattersAnswer>;
