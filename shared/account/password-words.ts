/**
 * Words, names and leaked passwords, Indonesian and English: about 200,000, as zxcvbn-ts collects them (MIT; its sources are leaked lists,
 * OpenSubtitles, Wikipedia, Wiktionary and the US census). It is an exact set, so that nothing is refused that is not in it.
 */
import { dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { dictionary as indonesian } from "@zxcvbn-ts/language-id";

/** Shorter ones are in every password. */
const shortest = 3;

/** In small letters, as the lists have them. */
export const passwordWords: ReadonlySet<string> = new Set(
  [common, english, indonesian]
    .flatMap((lists) => Object.values(lists).flat())
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= shortest),
);
