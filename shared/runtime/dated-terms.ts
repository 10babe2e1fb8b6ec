/**
 * Numbers of the law and of offices that are data: each with a source and the days for which it is valid (services.md 6). A concept names its
 * terms and has a book of them (shared/leave, shared/training); which of several counts on a day is said here, once.
 */
import * as z from "zod";

/** Read in the text itself; in somebody's account of it; seen as practice; or our reading, where sources differ or say nothing. */
const certainties = ["text", "account", "practice", "reading"] as const;
const day = z.iso.date();

/** What every term says beside its name, its value and for whom it is. */
export const termSource = {
  from: day,
  /** Last day; none: still valid. */
  until: day.exactOptional(),
  source: z.string().min(1),
  certainty: z.enum(certainties),
};

interface DatedTerm {
  readonly term: string;
  readonly from: string;
  readonly until?: string;
}

/**
 * The one that counts on a day. Of several that are valid the newest does, of the same day the last one of the book. The first that is known
 * stands for the days before it.
 */
export function newestTerm<T extends DatedTerm>(
  day: string,
  name: T["term"],
  book: readonly T[],
): T | undefined {
  const known = book.filter(({ term }) => term === name);
  const valid = known.filter(({ from, until = "9999" }) => from <= day && day <= until);
  const newest = valid.reduce<T | undefined>(
    (best, term) => (best && best.from > term.from ? best : term),
    undefined,
  );
  return newest ?? known.toSorted((a, b) => a.from.localeCompare(b.from))[0];
}
