import { cells } from "../../support/cells.ts";
import type { Language } from "./tour.ts";

/**
 * The languages that a story is walked in: one, drawn anew each time, and both by `npm run test:all`. What two walks of a story
 * differ in are words and widths; those of all pages in both languages are held to each other without a browser, too.
 * @param story a name of its own, so that stories of one run are not all in the same language
 */
export function languagesOf(story: string): readonly Language[] {
  return cells(["id", "en"] as const, 1, (language) => `${story}: ${language}`);
}
