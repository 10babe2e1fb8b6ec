import * as z from "zod";

/** What the listing operations share. */
export const paging = z.strictObject({
  NamePrefix: z.string().default(""),
  MaxResults: z.coerce.number().int().min(1).max(100).default(100),
  NextToken: z.coerce.number().int().min(0).default(0),
});

/** The token is how many entries came before. */
export function pageOf<T>(
  all: readonly T[],
  { MaxResults, NextToken }: { MaxResults: number; NextToken: number },
): { page: T[]; NextToken: string | undefined } {
  const end = NextToken + MaxResults;
  return {
    page: all.slice(NextToken, end),
    NextToken: end < all.length ? String(end) : undefined,
  };
}
