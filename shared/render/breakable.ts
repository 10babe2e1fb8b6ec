import { softBreak } from "./fit-text.ts";

/**
 * What has no spaces is broken after so many letters, so that no text is too long for its place.
 * @param longestWord letters; 24 of the widest at 48 pixels have room in 1,250
 */
export function breakable(said: string, longestWord = 24): string {
  return said.replaceAll(new RegExp(`\\S{${longestWord}}(?=\\S)`, "g"), `$&${softBreak}`);
}
