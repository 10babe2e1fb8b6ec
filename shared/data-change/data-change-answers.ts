/** What the API tells of requests, each by its kind. */
import * as z from "zod";
import { decidedValues } from "#shared/employee/decided-values.ts";
import { employeeId } from "#shared/employee/employee.ts";
import {
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

export const ownRequestAnswer = z.strictObject({ ...requestFacts, ...dataChangeFacts });
export type OwnRequest = z.infer<typeof ownRequestAnswer>;

/** The newest act first. */
export const ownRequestsAnswer = z.strictObject({
  items: z.array(ownRequestAnswer).readonly(),
  /** Absent on the last page. */
  cursor: z.string().exactOptional(),
});

export const officerRequest = z.strictObject({
  ...requestFacts,
  ...dataChangeFacts,
  employeeId,
  /** 8-6-1-3 groups. */
  nip: z.string(),
  /** With degrees. */
  name: z.string(),
  unitKerja: z.string(),
  /** What the record says of these fields now. */
  stands: decidedValues,
  /** Not as it was asked for any more: nobody can agree. */
  outdated: z.literal(true).exactOptional(),
  /** The reader's own: a colleague decides. */
  own: z.literal(true).exactOptional(),
  /** It is the reader's turn. */
  yours: z.literal(true).exactOptional(),
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
