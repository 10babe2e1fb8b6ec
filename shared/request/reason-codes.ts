/** Why requests are refused and sent back. Its own file, because pages need it without what checks what is stored. */

/**
 * Why a request is refused or sent back, in BKN's groups (W-18), each with how to mend it in the pages' texts; `unproven` is a report's, of
 * which nothing was found.
 */
export const reasonCodes = ["bts", "tms", "duplicate", "unproven", "other"] as const;
export type ReasonCode = (typeof reasonCodes)[number];
/** What an officer asks about, of any kind: also a paper that is missing. */
export const questionCodes: readonly ReasonCode[] = ["bts", "tms", "duplicate", "other"];

/** Why a request may be refused, the likeliest first: for its papers only where it came with some; a report by somebody else as one. */
export function refusalCodesOf(request: {
  readonly unasked?: true;
  readonly files: readonly unknown[];
}): readonly ReasonCode[] {
  if (request.unasked) return ["unproven", "other"];
  return request.files.length > 0 ? questionCodes : ["other", "tms", "duplicate"];
}
