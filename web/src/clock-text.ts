/** Dates and times as people here read them, in the page's language. */
import { clockWords } from "./clock-words.ts";
import { language } from "./language.ts";

export const { dayText, instantText } = clockWords(language);
