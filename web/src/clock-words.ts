/** Dates and times as people here read them. */
import type { Zone } from "#shared/runtime/zone.ts";
import type { Language } from "./addresses.ts";

const places: Readonly<Record<Zone, string>> = {
  WIB: "Asia/Jakarta",
  WITA: "Asia/Makassar",
  WIT: "Asia/Jayapura",
};

const date = { day: "numeric", month: "long", year: "numeric" } as const;
const minute = { hour: "2-digit", minute: "2-digit" } as const;

export function clockWords(language: Language) {
  const locale = language === "en" ? "en-GB" : "id-ID";
  const format = (iso: string, parts: Intl.DateTimeFormatOptions, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { ...parts, timeZone }).format(new Date(iso));
  return {
    /** "21 Juli 2026" of the day "2026-07-21". */
    dayText: (day: string) => format(`${day}T12:00:00Z`, date, "UTC"),
    /** "21 Juli 2026 14.05 WIB" of an instant; to whom is not signed in, in `usualZone`. */
    instantText: (iso: string, zone: Zone) =>
      `${format(iso, date, places[zone])} ${format(iso, minute, places[zone])} ${zone}`,
  };
}
