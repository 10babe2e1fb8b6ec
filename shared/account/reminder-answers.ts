/** What the API tells of reminders, and what it is asked. */
import * as z from "zod";
import { bulkId, bulkProgress } from "#shared/bulk/bulk.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { accountRow } from "./account-list-answers.ts";
import { markedLists, remindedLists } from "./account-lists.ts";
import { markedReasons, mostReminded } from "./reminders.ts";

const wanted = {
  list: z.enum(remindedLists),
  /** Only people of this unit, spelt exactly as in the records. */
  unitKerja: z.string().min(1).max(200).optional(),
};
/** Client-made UUID: the same request twice starts once. */
const wantedId = z.uuid();
export const reminderQuery = z.strictObject(wanted);

export const reminderPreviewAnswer = z.strictObject({
  /** Who gets one, at most five hundred, longest in the list first. */
  items: z.array(accountRow).readonly(),
  /**
   * People who get none: no address that mails reach, one in the last seven days, the activation comes first, a record or an account
   * that cannot be read.
   */
  leftOut: z.strictObject({
    "no-address": z.int(),
    recently: z.int(),
    "not-activated": z.int(),
    unreadable: z.int(),
  }),
  /** The last place that was looked at, for the request; absent when the list is empty. */
  through: z.string().exactOptional(),
  /** There are more people than one run takes. */
  isCut: z.boolean(),
});
export type ReminderPreviewAnswer = z.infer<typeof reminderPreviewAnswer>;

export const reminderRequest = z.strictObject({
  ...wanted,
  requestId: wantedId,
  /** As the preview said: whoever came into the list later is not meant. */
  through: z.string().max(200),
});

/** Of people who were marked one by one. */
const ofMarked = {
  list: z.enum(markedLists),
  ids: z.array(employeeId).min(1).max(mostReminded).readonly(),
};
export const markedReminderPreview = z.strictObject(ofMarked);
export const markedReminderRequest = z.strictObject({ ...ofMarked, requestId: wantedId });

/** Without name and number where the reader may not know who it is, or the record cannot be read. */
const named = {
  name: z.string().exactOptional(),
  nip: z.string().exactOptional(),
  unitKerja: z.string().exactOptional(),
};
export const markedReminderAnswer = z.strictObject({
  people: z.array(z.strictObject({ id: employeeId, ...named })).readonly(),
  leftOut: z.array(z.strictObject({ ...named, why: z.enum(markedReasons) })).readonly(),
});
export type MarkedReminderAnswer = z.infer<typeof markedReminderAnswer>;

export const reminderStartedAnswer = z.strictObject({ bulkId });

export const reminderRunAnswer = z.strictObject({
  ...bulkProgress,
  /** How many were to be reminded at the start. */
  total: z.int(),
});
export type ReminderRunAnswer = z.infer<typeof reminderRunAnswer>;
