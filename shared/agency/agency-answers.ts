/** What pages are told of agencies, and what they ask. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { toldActor, toldChanges } from "#shared/audit/history-answers.ts";
import { countedProgress } from "#shared/bulk/bulk.ts";
import { agencyDetails, agencyId, agencyTexts } from "./agency.ts";

export const agencyAnswer = z.strictObject({
  ...agencyDetails.shape,
  id: agencyId,
  /** What is changed is changed of this revision. */
  revision: z.int(),
});
export type AgencyAnswer = z.infer<typeof agencyAnswer>;

/** How far the newest work is by which the records get the agency's name; absent when its name never changed. */
export const nameWorkAnswer = z.strictObject({
  work: z.strictObject(countedProgress).exactOptional(),
});
export type NameWorkAnswer = z.infer<typeof nameWorkAnswer>;

/** What was changed of an agency, newest first. */
export const agencyHistoryAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        revision: z.int(),
        at: z.iso.datetime(),
        by: toldActor,
        /** The second person, of a change that was asked for. */
        approvedBy: toldActor.omit({ role: true }).exactOptional(),
        isAdded: z.boolean(),
        reason: z.string().exactOptional(),
        changes: toldChanges,
      }),
    )
    .readonly(),
  /** Absent on the last page. */
  cursor: z.string().exactOptional(),
});
export type AgencyHistoryAnswer = z.infer<typeof agencyHistoryAnswer>;

/** The names of what can be chosen; the first is the usual one. And what the template says where an agency says nothing. */
const choices = {
  emblems: z.array(z.string()).readonly(),
  palettes: z.array(z.string()).readonly(),
  usualTexts: agencyTexts.required(),
};

export const agencyListAnswer = z.strictObject({
  items: z.array(agencyAnswer).readonly(),
  ...choices,
});
export type AgencyListAnswer = z.infer<typeof agencyListAnswer>;

/** The reader's own agency; absent when no operator has added it yet. */
export const ownAgencyAnswer = z.strictObject({
  agency: agencyAnswer.exactOptional(),
  ...choices,
});
export type OwnAgencyAnswer = z.infer<typeof ownAgencyAnswer>;

/** Texts come as they were typed: what is wrong with them is told by field. */
const reason = z.string().max(longestReason);

export const newAgencyRequest = z.strictObject({
  id: z.string().max(100),
  details: agencyDetails,
  reason,
});
export const agencyChangeRequest = z.strictObject({
  revision: z.int(),
  details: agencyDetails,
  reason,
});
export const repeatNamesRequest = z.strictObject({ reason });
/** The same request twice asks once. */
export const askAgencyChangeRequest = agencyChangeRequest.extend({ requestId: z.uuid() });
