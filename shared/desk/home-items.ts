/** What waits on an officer's first page. The pages read this file, so it imports only names. */
import type { AccountList } from "#shared/account/account-lists.ts";

/** Lists of people, worst first: who cannot be reached or get in, then whose card lacks something. */
export const homeLists = [
  ...(["frozen", "undeliverable", "no-email", "not-activated"] as const),
  ...(["no-authenticator", "photo-refused", "no-photo"] as const),
] satisfies readonly AccountList[];

/**
 * What has a clock of its own: what people ask for, photos that wait for an officer, decrees that did not act, leaves whose last day is near or past, people whom another
 * agency released.
 */
const clockItems = [
  ...(["requests", "photo-reviews", "decrees-stuck"] as const),
  ...(["leaves-ending", "arriving"] as const),
] as const;
export type ClockItem = (typeof clockItems)[number];

/** In the order of the page. */
export const homeItems = ["approvals", ...clockItems, "contract-ends", ...homeLists] as const;
export type HomeItem = (typeof homeItems)[number];

/** More are not counted: «1.000+». */
export const mostCounted = 1_000;
