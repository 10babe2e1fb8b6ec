/** The names of what an officer filters the list of people by (decision 0047). The pages read this file, so it imports only names. */
import { measuredCodes } from "./quality-indicators.ts";

/** All tags of records: BKN's indicators among them (decision 0050). A new one has its rule in tags.ts and its words in the pages' messages. */
export const tags = ["no-photo", "ends-soon", ...measuredCodes] as const;
export type Tag = (typeof tags)[number];

/** What the table of accounts knows, by the names of its lists (shared/account/account-lists.ts). */
const accountTags = ["not-activated", "frozen"] as const;
export type AccountTag = (typeof accountTags)[number];

/** What the list of people can be filtered by. */
export const listFilters = [...tags, ...accountTags] as const;
export type ListFilter = (typeof listFilters)[number];

export function isAccountTag(filter: ListFilter): filter is AccountTag {
  return accountTags.some((tag) => tag === filter);
}

/** How many days before its last day a contract «ends soon». */
export const endsSoonDays = 90;
