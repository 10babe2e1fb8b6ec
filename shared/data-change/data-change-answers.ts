/** What the API tells of requests, each by its kind. */
import * as z from "zod";
import { evidenceId } from "#shared/audit/source.ts";
import { decidedValues } from "#shared/employee/decided-values.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { decidedFields } from "#shared/employee/record-change.ts";
import { proposalGroups } from "#shared/employee/record-field.ts";
import { requestId } from "#shared/request/request.ts";
import {
  broughtFile,
  newRequestFacts,
  requestFacts,
  revisedRequestFacts,
} from "#shared/request/request-answers.ts";
import { askedChange } from "./asked-change.ts";

const dataChangeFacts = {
  kind: z.literal("data-change"),
  content: z.strictObject({
    values: decidedValues,
    /** What the record said when it was asked; of a draft what it says now. */
    old: decidedValues,
    note: z.string().exactOptional(),
  }),
};

/** As it stands in the copy of all that is held about a person. */
export const heldRequest = z.strictObject({ ...requestFacts, ...dataChangeFacts });

export const ownRequestAnswer = heldRequest.extend({
  /** A field of it makes another card. */
  onCard: z.literal(true).exactOptional(),
  /** With what proves that the reader brought them: a revision sends them again as they are, from any device. */
  files: z.array(broughtFile).readonly(),
});
export type OwnRequest = z.infer<typeof ownRequestAnswer>;

/** The newest act first. */
export const ownRequestsAnswer = z.strictObject({
  items: z.array(ownRequestAnswer).readonly(),
  /** Absent on the last page. */
  cursor: z.string().exactOptional(),
});

/** A field that the reader may propose another value for, so that the form needs no catalogue. */
const ownField = z.strictObject({
  field: z.enum(decidedFields),
  /** What the record says now; empty where it says nothing. */
  value: z.string(),
  isDay: z.literal(true).exactOptional(),
  /** It can be changed, not emptied. */
  needed: z.literal(true).exactOptional(),
  /** Two people decide it, and a file has to stand behind it. */
  ofTwo: z.literal(true).exactOptional(),
  /** Its possible values, where they can be listed. */
  options: z.array(z.string()).readonly().exactOptional(),
});

/** What the reader's record says of all that may be proposed. */
export const ownFieldsAnswer = z.strictObject({
  /** With these the page runs the catalogue's rules. */
  kind: z.enum(employeeKinds),
  nip: z.string(),
  tmt: z.string(),
  groups: z
    .array(
      z.strictObject({
        group: z.enum(proposalGroups),
        fields: z.array(ownField).readonly(),
        /** The request that is on its way: there is no second one until it has ended. */
        open: requestId.exactOptional(),
      }),
    )
    .readonly(),
});
export type OwnFields = z.infer<typeof ownFieldsAnswer>;

export const officerRequest = z.strictObject({
  ...requestFacts,
  ...dataChangeFacts,
  /** With what lets the reader open them, for an hour or two. */
  files: z.array(z.strictObject({ file: evidenceId, grant: z.string() })).readonly(),
  employeeId,
  /** 8-6-1-3 groups. */
  nip: z.string(),
  /** With degrees. */
  name: z.string(),
  unitKerja: z.string(),
  /** What the record says of these fields now; of what has ended, what it said when it was asked for. */
  stands: decidedValues,
  /** Not as it was asked for any more: nobody can agree. */
  outdated: z.literal(true).exactOptional(),
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
  /** The reader is looking at it. */
  mine: z.literal(true).exactOptional(),
});
export type OfficerRequest = z.infer<typeof officerRequest>;

/** The reader's own first, then in the order of the submissions. A page can have fewer than there are to come, where some belong to other units. */
export const officerRequestsAnswer = z.strictObject({
  items: z.array(officerRequest).readonly(),
  cursor: z.string().exactOptional(),
});

export const newRequest = z.strictObject({
  ...newRequestFacts,
  kind: z.literal("data-change"),
  content: askedChange,
});

export const revisedRequest = z.strictObject({ ...revisedRequestFacts, content: askedChange });
