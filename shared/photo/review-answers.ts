/** What the API tells officers of people's photos, and what their pages send (decision 0066). */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { toldActor } from "#shared/audit/history-answers.ts";
import { photoActions } from "#shared/audit/photo-actions.ts";
import { employeeId, photoId } from "#shared/employee/employee.ts";
import { photoFaults } from "#shared/employee/photo-faults.ts";
import { earlierStates, reviewCauses, reviewStates } from "#shared/employee/photo-review.ts";
import { changesCursor } from "#shared/employee/record-requests.ts";
import { ruleOutcome } from "./photo-report.ts";

const faults = z.array(z.enum(photoFaults)).readonly();

export const toldReview = z.strictObject({
  state: z.enum(reviewStates),
  at: z.iso.datetime(),
  causes: z.array(z.enum(reviewCauses)).readonly(),
  /** Names of rules. */
  warned: z.array(z.string()).readonly(),
  faults: faults.exactOptional(),
  note: z.string().exactOptional(),
  until: z.iso.datetime().exactOptional(),
  /** When somebody who checked the card said that the photo shows another person. */
  reportedAt: z.iso.datetime().exactOptional(),
  /** That was said of the photo before, in whose place this one came before an officer had looked. */
  reportedEarlier: z.literal(true).exactOptional(),
  /** A new one was asked for, and its time is over. */
  overdue: z.literal(true).exactOptional(),
});
export type ToldReview = z.infer<typeof toldReview>;

const awaitingPhoto = z.strictObject({
  employeeId,
  /** 8-6-1-3 groups. */
  nip: z.string(),
  /** With degrees. */
  name: z.string(),
  jabatan: z.string(),
  unitKerja: z.string(),
  photoId,
  review: toldReview,
  /** The reader's own: a colleague looks at it. */
  own: z.literal(true).exactOptional(),
});
export type AwaitingPhoto = z.infer<typeof awaitingPhoto>;

/** Who waits longest at the top. A page can have fewer than there are to come, where some belong to other units. */
export const photoQueueAnswer = z.strictObject({
  items: z.array(awaitingPhoto).readonly(),
  /** Absent on the last page. */
  cursor: z.string().exactOptional(),
  /** The reader decides nothing. */
  readOnly: z.literal(true).exactOptional(),
});
export type PhotoQueueAnswer = z.infer<typeof photoQueueAnswer>;

export const photoQueueQuery = z.strictObject({ cursor: z.string().min(1).max(500).optional() });

/** One line of a photo's history: who sent it, what the judge warned of, what was decided about it by whom and why. */
const photoEvent = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  action: z.enum(photoActions),
  by: toldActor,
  approvedBy: toldActor.pick({ name: true }).exactOptional(),
  reason: z.string().exactOptional(),
  warned: z.array(z.string()).readonly(),
  faults: z.array(z.string()).readonly(),
});
export type PhotoEvent = z.infer<typeof photoEvent>;

export const personPhotoAnswer = z.strictObject({
  /** The photo in force; absent when there is none. */
  photoId: photoId.exactOptional(),
  review: toldReview.exactOptional(),
  /** What people had to say of the one before, which nobody shows; of one that waits because of that. */
  follows: z
    .strictObject({
      state: z.enum(earlierStates),
      at: z.iso.datetime(),
      /** Who asked for it, of people whom the reader may know. */
      name: z.string().exactOptional(),
      faults,
      note: z.string().exactOptional(),
    })
    .exactOptional(),
  /** The judge's outcome of it, as long as that is kept. */
  rules: z.array(ruleOutcome).readonly().exactOptional(),
  /** Somebody asked that it be taken away, and a penyetuju has to decide it: until then nobody finds it fitting. */
  revocationAsked: z.literal(true).exactOptional(),
  /** The reader decides and sends nothing; or it is the reader's own. */
  locked: z.enum(["read-only", "own-record", "card-not-active"]).exactOptional(),
  /** Newest first. A page may have few or none of them where much else was changed. */
  history: z.array(photoEvent).readonly(),
  /** Where older ones are; absent when there are none. */
  cursor: z.string().exactOptional(),
});
export type PersonPhotoAnswer = z.infer<typeof personPhotoAnswer>;

export const personPhotoQuery = z.strictObject({ cursor: changesCursor.optional() });

/** Which photo in which state of its review the officer saw. */
const seen = { photoId, reviewedAt: z.iso.datetime().exactOptional() };

export const approvePhotoRequest = z.strictObject(seen);
export const revokePhotoRequest = z.strictObject({
  ...seen,
  faults,
  reason: z.string().max(longestReason),
  /** Client-made UUID: the same request twice asks once. */
  requestId: z.uuid(),
});
/** A photo that the judge accepted, of somebody at the counter. */
export const broughtPhotoRequest = revokePhotoRequest.pick({ reason: true, requestId: true });
export const newPhotoRequest = z.strictObject({
  ...seen,
  faults,
  note: z.string().max(longestReason),
});
