/** What routes and pages say of two records of one person. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { toldSource } from "#shared/audit/source.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { editableFields } from "#shared/employee/fields.ts";
import { cardStatuses } from "#shared/employee/kedudukan-hukum.ts";
import { employeeKinds } from "#shared/employee/nip.ts";

export const joinQuery = z.strictObject({ nip: z.string().max(100) });

const side = z.strictObject({
  id: employeeId,
  revision: z.int(),
  /** In 8-6-1-3 groups. */
  nip: z.string(),
  /** With degrees. */
  name: z.string(),
  kind: z.enum(employeeKinds),
  unitKerja: z.string(),
  status: z.enum(cardStatuses),
  /** Its holder has set a password. */
  isActivated: z.boolean(),
  hasPhoto: z.boolean(),
  updatedAt: z.iso.datetime(),
});
export type JoinSide = z.infer<typeof side>;

const sides = ["here", "other"] as const;
export type JoinSideName = (typeof sides)[number];

/** Both records side by side. */
export const joinPreview = z.strictObject({
  here: side,
  other: side,
  /** Which one survives unless it is chosen: that of an account that is used, then of a photo, then the newer one. */
  survivor: z.enum(sides),
  /** Where they differ; an empty text is none. */
  fields: z
    .array(
      z.strictObject({
        field: z.enum(editableFields),
        here: z.string(),
        other: z.string(),
        /** Whether the other one may take the value of this side. */
        mayGive: z.strictObject({ here: z.boolean(), other: z.boolean() }),
      }),
    )
    .readonly(),
});
export type JoinPreview = z.infer<typeof joinPreview>;

export const joinRequest = z.strictObject({
  reason: z.string().max(longestReason),
  /** Client-made UUID: the same request twice asks once. */
  requestId: z.uuid(),
  source: toldSource,
  other: employeeId,
  revision: z.int().min(1),
  otherRevision: z.int().min(1),
  survivor: z.enum(sides),
  /** Where the value of the record that ends goes on. */
  taken: z.array(z.enum(editableFields)).max(editableFields.length).readonly(),
});

/** What was joined into a record, oldest first. */
export const joinedRecords = z.strictObject({
  items: z
    .array(z.strictObject({ id: employeeId, nip: z.string(), at: z.iso.datetime() }))
    .readonly(),
});

export const joinedHistoryQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

/** As it is told to who decides. */
export const toldJoin = z.strictObject({
  /** Both numbers in 8-6-1-3 groups. */
  nip: z.string(),
  joined: z.strictObject({ nip: z.string(), name: z.string(), isActivated: z.boolean() }),
  fields: z
    .array(
      z.strictObject({
        field: z.enum(editableFields),
        survivor: z.string(),
        joined: z.string(),
        isTaken: z.boolean(),
      }),
    )
    .readonly(),
  source: toldSource,
});
