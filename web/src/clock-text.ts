/** Dates and times as people here read them, in the page's language. */
import type { Zone } from "#shared/runtime/zone.ts";
import { language } from "./language.ts";

const locale = language === "en" ? "en-GB" : "id-ID";
const places: Readonly<Record<Zone, string>> = {
  WIB: "Asia/Jakarta",
  WITA: "Asia/Makassar",
  WIT: "Asia/Jayapura",
};

const date = { day: "numeric", month: "long", year: "numeric" } as const;
const minute = { hour: "2-digit", minute: "2-digit" } as const;

/** "21 Juli 2026" of the day "2026-07-21". */
export function dayText(day: string): string {
  return format(`${day}T12:00:00Z`, date, "UTC");
}

/** "21 Juli 2026 14.05 WIB" of an instant; to whom is not signed in, in `usualZone`. */
export function instantText(iso: string, zone: Zone): string {
  return `${format(iso, date, places[zone])} ${format(iso, minute, places[zone])} ${zone}`;
}

function format(iso: string, parts: Intl.DateTimeFormatOptions, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone }).format(new Date(iso));
}
