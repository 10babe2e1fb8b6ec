/** Times as machines and their programs write them: always the machine's own clock, without a zone. */
import { isDay } from "#shared/employee/field-checks.ts";

/** Which comes first of "3/2/2026". */
export const dayOrders = ["day-first", "month-first", "unclear"] as const;
export type DayOrder = (typeof dayOrders)[number];

const dateFirst = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ]+|$)(.*)$/;
const clock = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([AP]M)?$/i;
const zone = /\d\s*(Z|UTC|GMT|WIB|WITA|WIT|[+-]\d{2}:?\d{2})$/i;

/** Days in a row tell the order in which a file writes them: one above 12 is no month. */
export class OrderSurvey {
  #dayFirst = false;
  #monthFirst = false;
  #american = false;

  take(text: string): void {
    const [, one = "", other = "", year = ""] = dateFirst.exec(text) ?? [];
    if (year.length !== 4) return;
    this.#dayFirst ||= Number(one) > 12;
    this.#monthFirst ||= Number(other) > 12;
    this.#american ||= /[AP]M$/i.test(text);
  }

  /** What says both is read as Indonesians write; one that nothing tells is unclear only where the clock is American too. */
  get order(): DayOrder {
    if (this.#dayFirst) return "day-first";
    if (this.#monthFirst) return "month-first";
    return this.#american ? "unclear" : "day-first";
  }
}

/**
 * @returns "2026-03-02T07:31:05", or why it is no time
 */
export function readClock(
  text: string,
  order: DayOrder,
):
  | { readonly time: string }
  | { readonly code: "time-malformed" | "time-has-zone" | "time-ambiguous" } {
  if (zone.test(text)) return { code: "time-has-zone" };
  const [, one = "", middle = "", last = "", rest = ""] = dateFirst.exec(text) ?? [];
  const said = clockOf(rest.trim());
  if (said === undefined) return { code: "time-malformed" };
  const isYearFirst = one.length === 4;
  if (!isYearFirst && last.length !== 4) return { code: "time-malformed" };
  if (!isYearFirst && order === "unclear" && one !== middle) return { code: "time-ambiguous" };
  const [month, date] = order === "month-first" ? [one, middle] : [middle, one];
  const day = isYearFirst ? dayOf(one, middle, last) : dayOf(last, month, date);
  return isDay(day) ? { time: `${day}T${said}` } : { code: "time-malformed" };
}

const dayOf = (year: string, month: string, day: string) =>
  `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

function clockOf(text: string): string | undefined {
  const [, h, m = "", s = "00", half] = clock.exec(text) ?? [];
  if (h === undefined || Number(m) > 59 || Number(s) > 59) return undefined;
  const hour = half ? (Number(h) % 12) + (half.toUpperCase() === "PM" ? 12 : 0) : Number(h);
  const isHour = half ? Number(h) >= 1 && Number(h) <= 12 : hour <= 23;
  return isHour ? `${String(hour).padStart(2, "0")}:${m}:${s}` : undefined;
}
