/** What the API tells of reminders, and what it is asked. */
import * as z from "zod";
import { bulkId, bulkProgress } from "#shared/bulk/bulk.ts";
import { accountRow } from "./account-list-answers.ts";
import { remindedLists } from "./account-lists.ts";

const wanted = {
  list: z.enum(remindedLists),
  /** Only people of this unit, spelt exactly as in the records. */
  unitKerja: z.string().min(1).max(200).optional(),
};
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
  /** Client-made UUID: the same request twice starts once. */
  requestId: z.uuid(),
  /** As the preview said: whoever came into the list later is not meant. */
  through: z.string().max(200),
});

export const reminderStartedAnswer = z.strictObject({ bulkId });

export const reminderRunAnswer = z.strictObject({
  ...bulkProgress,
  /** How many were to be reminded at the start. */
  total: z.int(),
});
export type ReminderRunAnswer = z.infer<typeof reminderRunAnswer>;
