/** Dates and times as people here read them. */
import type { Zone } from "#shared/runtime/zone.ts";

const places: Readonly<Record<Zone, string>> = {
  WIB: "Asia/Jakarta",
  WITA: "Asia/Makassar",
  WIT: "Asia/Jayapura",
};

const date = { day: "numeric", month: "long", year: "numeric" } as const;
const minute = { hour: "2-digit", minute: "2-digit" } as const;

/** "21 Juli 2026" of the day "2026-07-21". */
export function dayIn(locale: string, day: string): string {
  return format(locale, `${day}T12:00:00Z`, date, "UTC");
}

/** "21 Juli 2026 14.05 WIB" of an instant. */
export function instantIn(locale: string, iso: string, zone: Zone): string {
  return `${format(locale, iso, date, places[zone])} ${format(locale, iso, minute, places[zone])} ${zone}`;
}

function format(
  locale: string,
  iso: string,
  parts: Intl.DateTimeFormatOptions,
  timeZone: string,
): string {
  return new Date(iso).toLocaleString(locale, { ...parts, timeZone });
}

/** The locale of a language of the pages. */
export const locales = { id: "id-ID", en: "en-GB" } as const;
