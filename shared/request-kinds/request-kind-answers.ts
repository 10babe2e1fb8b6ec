/** What the API tells of requests, each by its kind: another kind is another line of each union. */
import * as z from "zod";
import { askedCorrection, correctionFacts } from "#shared/attendance/asked-correction.ts";
import { evidenceId } from "#shared/audit/source.ts";
import { contactFacts, officerContactFacts } from "#shared/campaign/contact-answers.ts";
import { askedChange } from "#shared/data-change/asked-change.ts";
import {
  dataChangeFacts,
  officerDataChangeFacts,
  ownGroups,
} from "#shared/data-change/data-change-answers.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { askedLeave } from "#shared/leave/leave.ts";
import { leaveFacts } from "#shared/leave/leave-content.ts";
import { askedLetter, letterRequestFacts } from "#shared/letter-request/letter-request-answers.ts";
import {
  askedNewPhoto,
  newPhotoFacts,
  officerNewPhotoFacts,
} from "#shared/new-photo/new-photo-answers.ts";
import { requestId } from "#shared/request/request.ts";
import {
  broughtFile,
  newRequestFacts,
  requestFacts,
  revisedRequestFacts,
} from "#shared/request/request-answers.ts";
import { suspectCardFacts } from "#shared/suspect-card/suspect-card.ts";
import { askedClaim, claimFacts, officerClaimFacts } from "#shared/training/asked-claim.ts";
import { reportableFields } from "#shared/wrong-data/reportable-fields.ts";
import {
  askedWrongData,
  officerWrongDataFacts,
  wrongDataFacts,
} from "#shared/wrong-data/wrong-data-answers.ts";

/** As it stands in the copy of all that is held about a person. */
export const heldRequest = z.discriminatedUnion("kind", [
  z.strictObject({ ...requestFacts, ...dataChangeFacts }),
  z.strictObject({ ...requestFacts, ...contactFacts }),
  z.strictObject({ ...requestFacts, ...newPhotoFacts }),
  z.strictObject({ ...requestFacts, ...wrongDataFacts }),
  z.strictObject({ ...requestFacts, ...suspectCardFacts }),
  z.strictObject({ ...requestFacts, ...leaveFacts }),
  z.strictObject({ ...requestFacts, ...correctionFacts }),
  z.strictObject({ ...requestFacts, ...letterRequestFacts }),
  z.strictObject({ ...requestFacts, ...claimFacts }),
]);
export type HeldRequest = z.infer<typeof heldRequest>;

const ownFacts = {
  ...requestFacts,
  /** A field of it makes another card. */
  onCard: z.literal(true).exactOptional(),
  /** Of a draft: then it is deleted, unless it is saved again or sent. */
  keptUntil: z.iso.datetime().exactOptional(),
  /** Its proofs are withdrawn since then; told of one that is opened by itself. */
  proofRevokedAt: z.iso.datetime().exactOptional(),
  /** With what proves that the reader brought them: a revision sends them again as they are, from any device. */
  files: z.array(broughtFile).readonly(),
};

export const ownRequestAnswer = z.discriminatedUnion("kind", [
  z.strictObject({ ...ownFacts, ...dataChangeFacts }),
  z.strictObject({ ...ownFacts, ...contactFacts }),
  z.strictObject({ ...ownFacts, ...newPhotoFacts }),
  z.strictObject({ ...ownFacts, ...wrongDataFacts }),
  z.strictObject({ ...ownFacts, ...leaveFacts }),
  z.strictObject({ ...ownFacts, ...correctionFacts }),
  z.strictObject({ ...ownFacts, ...letterRequestFacts }),
  z.strictObject({ ...ownFacts, ...claimFacts }),
]);
export type OwnRequest = z.infer<typeof ownRequestAnswer>;

/** The newest act first. */
export const ownRequestsAnswer = z.strictObject({
  items: z.array(ownRequestAnswer).readonly(),
  /** Absent on the last page. */
  cursor: z.string().exactOptional(),
  /** With the first page: the campaigns that ask the reader for address and telephone, and have no answer. */
  campaigns: z
    .array(z.strictObject({ title: z.string(), endsAt: z.iso.datetime() }))
    .readonly()
    .exactOptional(),
  /** With the first page: what is left, by service. */
  balances: z
    .strictObject({
      /** Working days of annual leave that can still be asked for in this year. */
      leave: z.strictObject({ year: z.int(), days: z.int() }),
    })
    .exactOptional(),
  /** With the first page, of who acts in a post that decides: how much waits there, by kind. */
  deciding: z.strictObject({ leave: z.int() }).exactOptional(),
});
export type OwnRequests = z.infer<typeof ownRequestsAnswer>;

/** What the reader may ask for, and what the own record says of it. */
export const ownFieldsAnswer = z.strictObject({
  /** With these the page runs the catalogue's rules. */
  kind: z.enum(employeeKinds),
  nip: z.string(),
  tmt: z.string(),
  groups: ownGroups,
  photo: z.strictObject({
    /** A photo is in force. */
    has: z.literal(true).exactOptional(),
    /** The request that is on its way. */
    open: requestId.exactOptional(),
  }),
  /** What can be reported as wrong, in the catalogue's order. */
  reportable: z
    .array(
      z.strictObject({
        field: z.enum(reportableFields),
        value: z.string(),
        open: requestId.exactOptional(),
      }),
    )
    .readonly(),
});
export type OwnFields = z.infer<typeof ownFieldsAnswer>;

/** Its proofs, told of one that is opened by itself. */
const toldProofs = z.strictObject({
  /** Withdrawn since then. */
  revokedAt: z.iso.datetime().exactOptional(),
  /** The reader may withdraw them. */
  mayRevoke: z.literal(true).exactOptional(),
});

const officerFacts = {
  proofs: toldProofs.exactOptional(),
  ...requestFacts,
  /** With what lets the reader open them, for an hour or two. */
  files: z.array(z.strictObject({ file: evidenceId, grant: z.string() })).readonly(),
  employeeId,
  /** 8-6-1-3 groups. */
  nip: z.string(),
  /** With degrees. */
  name: z.string(),
  unitKerja: z.string(),
  /** Nobody asked for it, so nobody is asked. */
  unasked: z.literal(true).exactOptional(),
  /** Not as it was asked for any more: nobody can agree. */
  outdated: z.literal(true).exactOptional(),
  /** Its person's account is frozen, so that the reader, whose turn it is, cannot agree or ask. */
  held: z.literal(true).exactOptional(),
  /** …cannot ask, but agree. */
  heldAsk: z.literal(true).exactOptional(),
  /** The reader's own: a colleague decides. */
  own: z.literal(true).exactOptional(),
  /** Who did the last step or is looking at it, where that is an officer and not the reader. */
  lastOfficer: z.string().exactOptional(),
  /** It is the reader's turn. */
  yours: z.literal(true).exactOptional(),
  /** It would be, had the reader not agreed to a step before: nobody decides two. */
  barred: z.literal(true).exactOptional(),
  /** The reader has the role of the next step too, and cannot decide it any more once this one is agreed to. */
  barsNext: z.literal(true).exactOptional(),
  /** It may be decided at once with others of its kind and this group; whether its person has roles is asked then. */
  together: z.string().exactOptional(),
  /** The reader is looking at it. */
  mine: z.literal(true).exactOptional(),
};

export const officerRequest = z.discriminatedUnion("kind", [
  z.strictObject({ ...officerFacts, ...officerDataChangeFacts }),
  z.strictObject({ ...officerFacts, ...officerContactFacts }),
  z.strictObject({ ...officerFacts, ...officerNewPhotoFacts }),
  z.strictObject({ ...officerFacts, ...officerWrongDataFacts }),
  z.strictObject({ ...officerFacts, ...suspectCardFacts }),
  z.strictObject({ ...officerFacts, ...leaveFacts }),
  z.strictObject({ ...officerFacts, ...correctionFacts }),
  z.strictObject({ ...officerFacts, ...letterRequestFacts }),
  z.strictObject({ ...officerFacts, ...officerClaimFacts }),
]);
export type OfficerRequest = z.infer<typeof officerRequest>;

/** The reader's own first, then in the order of the submissions. A page can have fewer than there are to come, where some belong to other units. */
export const officerRequestsAnswer = z.strictObject({
  items: z.array(officerRequest).readonly(),
  cursor: z.string().exactOptional(),
});

export const newRequest = z.discriminatedUnion("kind", [
  z.strictObject({ ...newRequestFacts, kind: z.literal("data-change"), content: askedChange }),
  z.strictObject({ ...newRequestFacts, kind: z.literal("new-photo"), content: askedNewPhoto }),
  z.strictObject({ ...newRequestFacts, kind: z.literal("wrong-data"), content: askedWrongData }),
  z.strictObject({ ...newRequestFacts, kind: z.literal("leave"), content: askedLeave }),
  z.strictObject({ ...newRequestFacts, kind: z.literal("attendance"), content: askedCorrection }),
  z.strictObject({ ...newRequestFacts, kind: z.literal("letter"), content: askedLetter }),
  z.strictObject({ ...newRequestFacts, kind: z.literal("training-claim"), content: askedClaim }),
]);

/** Its kind is that of the request; the kind's own rules hold its content to its shape. */
export const revisedRequest = z.strictObject({
  ...revisedRequestFacts,
  content: z.union([
    askedChange,
    askedNewPhoto,
    askedWrongData,
    askedLeave,
    askedCorrection,
    askedLetter,
    askedClaim,
  ]),
});
