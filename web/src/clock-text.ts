/** Dates and times as people here read them: Jakarta time, in the page's language. */
import { language } from "./language.ts";

const locale = language === "en" ? "en-GB" : "id-ID";
const timeZone = "Asia/Jakarta";

const day = new Intl.DateTimeFormat(locale, {
  timeZone,
  day: "numeric",
  month: "long",
  year: "numeric",
});
const minute = new Intl.DateTimeFormat(locale, { timeZone, hour: "2-digit", minute: "2-digit" });

/** "21 Juli 2026" of "2026-07-21" or of an instant. */
export function dayText(iso: string): string {
  return day.format(new Date(iso.length === 10 ? `${iso}T12:00:00+07:00` : iso));
}

/** "21 Juli 2026 14.05 WIB" of an instant. */
export function instantText(iso: string): string {
  return `${dayText(iso)} ${minute.format(new Date(iso))} WIB`;
}
