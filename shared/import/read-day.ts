/** Days as people and spreadsheets write them. */
import { isDay } from "#shared/employee/field-checks.ts";

const months: readonly string[] = [
  ...["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"],
];
/** Other beginnings of months' names. */
const alike: Readonly<Record<string, string>> = {
  may: "mei",
  aug: "agu",
  ags: "agu",
  agt: "agu",
  oct: "okt",
  dec: "des",
  nop: "nov",
  peb: "feb",
};

const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/;
const withName = /^(\d{1,2})[-/. ]+([a-z]{3,9})\.?[-/., ]+(\d{4})$/i;
/** A spreadsheet's midnight, with which programs write days. */
const midnight = /[T ]0{1,2}[:.]00([:.]00(\.0+)?)?Z?$/;

/**
 * @param text "31-12-2026", "31/12/2026", "2026-12-31", "31 Desember 2026", or the number by which Excel counts days ("46387").
 * A day stands before its month, as in Indonesia: nothing is guessed from figures above 12.
 * @returns "2026-12-31"; undefined when it is no day, or has a year of two digits
 */
export function readDay(text: string): string | undefined {
  const plain = text.replace(/^['`]/, "").replace(midnight, "").trim();
  if (/^\d{5}(\.\d+)?$/.test(plain)) return dayOfSerial(Number(plain));
  const [, d, m, y] = dayFirst.exec(plain) ?? [];
  const [, year = y, month = m, day = d] = yearFirst.exec(plain) ?? [];
  const [, namedDay = day, name, namedYear = year] = withName.exec(plain) ?? [];
  const number = name === undefined ? month : String(monthOf(name));
  const found = `${namedYear}-${number?.padStart(2, "0")}-${namedDay?.padStart(2, "0")}`;
  return isDay(found) ? found : undefined;
}

function monthOf(name: string): number {
  const beginning = name.slice(0, 3).toLowerCase();
  const own = alike[beginning] ?? beginning;
  return months.indexOf(own) + 1;
}

const dayMs = 86_400_000;

/** The day of Excel's number, which counts from 30 December 1899 since March 1900; undefined before that, and after 2173. */
export function dayOfSerial(serial: number): string | undefined {
  if (!(serial >= 61 && serial < 100_000)) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * dayMs).toISOString().slice(0, 10);
}
