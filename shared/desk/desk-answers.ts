/** What the API tells of an officer's first page and of the board of data quality. */
import * as z from "zod";
import { bulkId, bulkProgress } from "#shared/bulk/bulk.ts";
import { measuredCodes } from "#shared/employee/quality-indicators.ts";
import { homeItems } from "./home-items.ts";

const indicator = z.strictObject({
  code: z.enum(measuredCodes),
  /** People. */
  failing: z.int(),
  /** People who have nothing to compare: neither good nor bad. */
  unknown: z.int(),
});
export type IndicatorAnswer = z.infer<typeof indicator>;

const counted = {
  asOf: z.iso.datetime(),
  /** Who has not left. */
  people: z.int(),
};

export const boardAnswer = z.strictObject({
  /** Absent until the first night. */
  board: z
    .strictObject({
      ...counted,
      /** Records that cannot be read; an operator has been alarmed. */
      unreadable: z.int(),
      /** Every measured indicator, worst first. */
      indicators: z.array(indicator).readonly(),
      /** More people work in the reader's units than were looked at. */
      isCut: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  /** This reader may have it counted anew. */
  mayCount: z.literal(true).exactOptional(),
  /** This reader reminds nobody. */
  readOnly: z.literal(true).exactOptional(),
});
export type BoardAnswer = z.infer<typeof boardAnswer>;

const waitingItem = z.strictObject({
  item: z.enum(homeItems),
  /** Absent when it could not be counted now. */
  count: z.int().exactOptional(),
  /** There are more than `count`. */
  isMore: z.literal(true).exactOptional(),
  /** How many of them are past their time or will be within a day, or are photos that somebody reported; absent when none is. */
  urgent: z.int().exactOptional(),
});
export type WaitingItem = z.infer<typeof waitingItem>;

/** What another function counts for the page: who holds a table's rights answers for it, and each may fail alone. */
export const waitingAnswer = z.strictObject({ waiting: z.array(waitingItem).readonly() });
export type WaitingAnswer = z.infer<typeof waitingAnswer>;

export const homeAnswer = z.strictObject({
  /** In the order of the page; what does not concern the reader is not there. */
  waiting: z.array(waitingItem).readonly(),
  /** The worst of what fails; absent until it was counted, or when it could not be read now. */
  quality: z.strictObject({ ...counted, worst: z.array(indicator).readonly() }).exactOptional(),
  /** This reader changes nothing; or reads the whole agency: what links are offered. */
  readOnly: z.literal(true).exactOptional(),
  wholeAgency: z.literal(true).exactOptional(),
});
export type HomeAnswer = z.infer<typeof homeAnswer>;

export const passStartedAnswer = z.strictObject({ bulkId });
/** `done` are the people looked at so far. */
export const passAnswer = z.strictObject(bulkProgress);
export type PassAnswer = z.infer<typeof passAnswer>;
