/** What an officer's pages send about records. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { givenSource, toldSource } from "#shared/audit/source.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { decidedValues } from "./decided-values.ts";
import { editableFields } from "./fields.ts";
import { cardStatuses } from "./kedudukan-hukum.ts";
import { employeeKinds } from "./nip.ts";
import { listFilters } from "./tag-names.ts";

export const employeeSearch = z.strictObject({
  /** A whole NIP, or words of a name and its degrees, each from its beginning ("dra rahayu", "verif"). */
  q: z.string().max(140).default(""),
  status: z.enum(cardStatuses).optional(),
  kind: z.enum(employeeKinds).optional(),
  /** The name of a unit: its people, and those of all units below it. */
  unit: z.string().min(1).max(200).optional(),
  /** "no-photo", "ends-soon", …: see tag-names.ts. */
  tag: z.enum(listFilters).optional(),
  cursor: z.string().max(500).optional(),
});

/** A place in a record's changes: the revision before which they go on. */
export const changesCursor = z.string().regex(/^\d{1,9}$/);

/** What was changed, or who read the record; each with the cursor of the page before. */
export const historyQuery = z.union([
  z.strictObject({
    kind: z.literal("changes").default("changes"),
    cursor: changesCursor.optional(),
  }),
  z.strictObject({
    kind: z.literal("reads"),
    // When, by whom and what for: "2026-11-21T03:00:00.000Z#emp_…#record-read".
    cursor: z
      .string()
      .max(100)
      .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z#[\w-]+#[a-z-]+$/)
      .optional(),
  }),
]);

/** What every request for a change of a record contains, and all of one for a new QR; the old one answers «diganti» for ever. */
export const changeRequest = z.strictObject({
  /** The revision that the officer saw. */
  revision: z.int().min(1),
  /** A UUID that the client makes. A request that comes twice is carried out once. */
  requestId: z.uuid(),
  reason: z.string().max(longestReason),
  /** The decree or letter behind it. */
  source: toldSource.exactOptional(),
});

/** Only the fields that were changed; an empty text removes the field's value. */
export const employeeChangeRequest = changeRequest.extend({
  source: givenSource.exactOptional(),
  changes: z.strictObject(keyed(editableFields, () => z.string().exactOptional())),
});

/** What two people change: fields of the form, and the kedudukan hukum as BKN's code, "99" is Pensiun. Some end the card. */
export const recordChangeRequest = changeRequest.extend({
  source: givenSource.exactOptional(),
  values: decidedValues,
});
