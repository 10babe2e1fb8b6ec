/** Where the guide is. Every page of the product leads to its chapter by an address that is made of its own. */
import type { GuidePlace } from "./chapters.ts";

export const guidePath = "/petunjuk/";

/** @param place a chapter, or a part of one */
export function chapterPath(place: GuidePlace): string {
  const [name = "", section] = place.split("#");
  return `${guidePath}${name}/${section ? `#${section}` : ""}`;
}

/** With the path of a page behind it, without a slash at its end: leads on to the page's chapter, which the page itself need not know. */
export const guideOf = "/petunjuk/dari";
