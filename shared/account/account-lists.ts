/** The lists of accounts that an officer has to look at. The pages read this file, so it imports nothing. */
export const accountLists = [
  "not-activated",
  "no-authenticator",
  "frozen",
  "undeliverable",
  "photo-refused",
  "no-photo",
  "no-email",
  "no-phone",
] as const;
export type AccountList = (typeof accountLists)[number];

/** Those whose people are reminded by mail. Who is frozen, or gets no mail, is met at the counter. */
export const remindedLists = [
  "not-activated",
  "no-authenticator",
  "photo-refused",
  "no-photo",
  "no-phone",
] as const;
export type RemindedList = (typeof remindedLists)[number];

/** Those that a record and its account tell by themselves, so that people who were marked one by one can be reminded of them. */
export const markedLists = ["not-activated", "no-authenticator", "no-photo", "no-phone"] as const;
export type MarkedList = (typeof markedLists)[number];
