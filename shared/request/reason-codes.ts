/** Why requests are refused and sent back. Its own file, because pages need it without what checks what is stored. */

/**
 * Why a request is refused or sent back, in BKN's groups (W-18), each with how to mend it in the pages' texts; `unproven` is a report's, of
 * which nothing was found.
 */
export const reasonCodes = ["bts", "tms", "duplicate", "unproven", "other"] as const;
export type ReasonCode = (typeof reasonCodes)[number];
/** What an officer asks about, of any kind, and why what came with papers is refused: the likeliest first. */
export const codesOfPapers: readonly ReasonCode[] = ["bts", "tms", "duplicate", "other"];
/** …what was asked in words alone. */
export const codesOfWords: readonly ReasonCode[] = ["other", "tms", "duplicate"];
/** …what somebody reports of another person's card. */
export const codesOfReports: readonly ReasonCode[] = ["unproven", "other"];
