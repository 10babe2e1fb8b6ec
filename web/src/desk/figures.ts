/** Counts and shares as people here read them. */
import { language } from "../language.ts";

const locale = language === "en" ? "en-GB" : "id-ID";
const plain = new Intl.NumberFormat(locale);
const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });

/** "1.000", and "1.000+" of which there are more. */
export function countText(count: number, isMore = false): string {
  return `${plain.format(count)}${isMore ? "+" : ""}`;
}

/** "0,5%" */
export function shareText(share: number): string {
  return percent.format(share);
}
