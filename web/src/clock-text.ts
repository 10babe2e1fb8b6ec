/** Dates and times as people here read them, in the page's language. */
import type { Zone } from "#shared/runtime/zone.ts";
import { dayIn, instantIn } from "./clock-words.ts";
import { language } from "./language.ts";

const locale = language === "en" ? "en-GB" : "id-ID";

/** "21 Juli 2026" of the day "2026-07-21". */
export const dayText = (day: string) => dayIn(locale, day);

/** "21 Juli 2026 14.05 WIB" of an instant; to whom is not signed in, in `usualZone`. */
export const instantText = (iso: string, zone: Zone) => instantIn(locale, iso, zone);
