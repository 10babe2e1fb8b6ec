/** A file of the country's days off, as docs/kalender.md lays it out. */

import { daysAfter } from "#shared/employee/retirement.ts";
import { readDay } from "#shared/import/read-day.ts";
import { openSpreadsheet } from "#shared/import/read-spreadsheet.ts";
import type { TableRow } from "#shared/import/table.ts";
import { hasHidden, visibleLine } from "#shared/runtime/visible-text.ts";
import { calendarYears } from "#shared/workday/calendar-years.ts";
import type { SaidDay, SaidYear } from "#shared/workday/change-national-calendar.ts";
import { longestWords, nationalCalendar } from "#shared/workday/holiday.ts";

const columns = ["jenis", "tanggal", "sampai", "nama", "dasar"] as const;
type Column = (typeof columns)[number];

const kinds: Readonly<Record<string, SaidDay["kind"]>> = {
  "libur nasional": "libur-nasional",
  "cuti bersama": "cuti-bersama",
  ramadan: "ramadan",
};
/** A mistyped year is no holiday of a thousand days. */
const longestSpan = 31;

export interface CalendarFile {
  /** Of each year that has a day off in the file, all of it. */
  readonly years: readonly SaidYear[];
  /** All that is wrong, in words, by line. With any of them the years are not to be used. */
  readonly problems: readonly string[];
}

/** @throws FileRefused of what is no file of rows */
export async function readCalendarFile(file: Blob): Promise<CalendarFile> {
  const rows: TableRow[] = [];
  for await (const some of (await openSpreadsheet(file)).rows()) rows.push(...some);
  const [heading, ...lines] = rows;
  const places = new Map(
    (heading?.cells ?? []).map((cell, i) => [visibleLine(cell).toLowerCase(), i] as const),
  );
  const missing = columns.filter((each) => !places.has(each));
  if (missing.length > 0)
    return { years: [], problems: [`Baris judul tidak memuat kolom ${missing.join(", ")}.`] };
  const read = lines.map(({ row, cells }) => {
    const cell = (column: Column) => visibleLine(cells[places.get(column) ?? -1] ?? "");
    const { problems, days } = readLine(cell);
    return { row, days, problems: problems.map((problem) => `baris ${row}: ${problem}`) };
  });
  const problems = [...read.flatMap((line) => line.problems), ...twiceSaid(read)];
  return problems.length > 0 ? { years: [], problems } : yearsOf(read.flatMap(({ days }) => days));
}

interface ReadLine {
  readonly problems: readonly string[];
  /** Holidays one by one, a fast as it is. */
  readonly days: readonly SaidDay[];
}

function readLine(cell: (column: Column) => string): ReadLine {
  const kind = kinds[cell("jenis").toLowerCase()];
  const day = readDay(cell("tanggal"));
  const hasUntil = cell("sampai") !== "";
  const until = hasUntil ? readDay(cell("sampai")) : day;
  const name = cell("nama") === "" && kind === "ramadan" ? "Ramadan" : cell("nama");
  const source = cell("dasar");
  const problems = [
    ...(kind ? [] : [`jenis «${cell("jenis")}» tidak dikenal: ${Object.keys(kinds).join(", ")}.`]),
    ...(day && isInside(day) ? [] : [`tanggal «${cell("tanggal")}» bukan hari di kalender.`]),
    ...(!hasUntil || (until && isInside(until))
      ? []
      : [`sampai «${cell("sampai")}» bukan hari di kalender.`]),
    ...(day && until ? spanProblems(day, until) : []),
    ...wordProblems("nama", name),
    ...wordProblems("dasar", source),
  ];
  if (problems.length > 0 || !kind || !day || !until) return { problems, days: [] };
  if (kind === "ramadan") return { problems, days: [{ kind, day, until, name, source }] };
  return {
    problems,
    days: daysBetween(day, until).map((each) => ({ kind, day: each, name, source })),
  };
}

function isInside(day: string): boolean {
  const year = Number(day.slice(0, 4));
  return year >= calendarYears.first && year <= calendarYears.last;
}

function spanProblems(day: string, until: string): readonly string[] {
  if (until < day) return ["sampai lebih awal daripada tanggal."];
  return until > daysAfter(day, longestSpan - 1) ? [`lebih dari ${longestSpan} hari.`] : [];
}

function wordProblems(column: Column, text: string): readonly string[] {
  if (text === "") return [`${column} wajib diisi.`];
  if (text.length > longestWords) return [`${column} paling banyak ${longestWords} karakter.`];
  return hasHidden(text) ? [`${column} memuat karakter yang tidak terlihat.`] : [];
}

/** A day has one name of each kind. */
function twiceSaid(lines: readonly { readonly row: number; readonly days: readonly SaidDay[] }[]) {
  const first = new Map<string, number>();
  return lines.flatMap(({ row, days }) =>
    days.flatMap(({ day, kind }) => {
      const before = first.get(`${day} ${kind}`);
      first.set(`${day} ${kind}`, before ?? row);
      return before === undefined ? [] : [`baris ${row}: ${day} sudah ada di baris ${before}.`];
    }),
  );
}

/** Each year whole: a fast belongs to every year of the file that it touches. */
function yearsOf(days: readonly SaidDay[]): CalendarFile {
  const holidays = days.filter(({ kind }) => kind !== "ramadan");
  const years = [...new Set(holidays.map(({ day }) => day.slice(0, 4)))].toSorted();
  const touches = (year: string) => (each: SaidDay) =>
    each.day.startsWith(year) || each.until?.startsWith(year) === true;
  const fasts = days.filter(({ kind }) => kind === "ramadan");
  const lost = fasts.filter((fast) => !years.some((year) => touches(year)(fast)));
  const made = years.map((year) =>
    nationalCalendar.omit({ revision: true }).safeParse({
      year: Number(year),
      holidays: holidays.filter(touches(year)).toSorted((a, b) => a.day.localeCompare(b.day)),
      ramadan: fasts.filter(touches(year)).map(({ day, until, source }) => {
        return { from: day, until, source };
      }),
    }),
  );
  const problems = [
    ...lost.map(({ day }) => `Ramadan ${day}: berkas tidak memuat hari libur tahun itu.`),
    ...made.flatMap(({ success }, i) => (success ? [] : [`${years[i]}: terlalu banyak hari.`])),
    ...(years.length === 0 ? ["Berkas tidak memuat hari libur."] : []),
  ];
  return { problems, years: problems.length > 0 ? [] : made.flatMap(({ data }) => data ?? []) };
}

function daysBetween(from: string, until: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = daysAfter(day, 1)) days.push(day);
  return days;
}
