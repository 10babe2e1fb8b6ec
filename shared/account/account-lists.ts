/** The lists of accounts that an officer has to look at. The pages read this file, so it imports nothing. */
export const accountLists = [
  "not-activated",
  "no-authenticator",
  "frozen",
  "undeliverable",
  "no-photo",
  "no-email",
] as const;
export type AccountList = (typeof accountLists)[number];
