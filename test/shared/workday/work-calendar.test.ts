import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter } from "#shared/employee/retirement.ts";
import type { Holiday, NationalCalendar } from "#shared/workday/holiday.ts";
import { calendarFor } from "#shared/workday/work-calendars.ts";
import type { AgencyCalendar, WorkPattern } from "#shared/workday/work-pattern.ts";
import { aYear } from "../../support/work-calendar-table-contract.ts";
import { WorkCalendarsInMemory } from "../../support/work-calendars-in-memory.ts";

const siti = { id: "emp_siti", instansiId: "ins_contoh", unitKerja: "Bagian Umum" };
const sixDays = (change: Partial<WorkPattern> = {}): WorkPattern => ({
  ...{ from: "2020-01-01", daysPerWeek: 6, source: "SK Bupati contoh" },
  ...change,
});
const off = (
  day: string,
  kind: "libur-nasional" | "cuti-bersama" = "libur-nasional",
): NationalCalendar["holidays"][number] => ({ day, kind, name: "Hari libur", source: "contoh" });
const yearOf = (year: number, ...days: NationalCalendar["holidays"]) =>
  aYear({ year, holidays: days, ramadan: [] });

async function calendar(
  from: string,
  until: string,
  {
    years = [],
    patterns = [],
    regional = [],
    worker = siti,
  }: {
    readonly years?: readonly NationalCalendar[];
    readonly patterns?: readonly WorkPattern[];
    readonly regional?: readonly Holiday[];
    readonly worker?: { readonly instansiId: string; readonly unitKerja: string };
  } = {},
) {
  const agency: AgencyCalendar = {
    ...{ instansiId: "ins_contoh", revision: 1 },
    ...{ holidays: regional, patterns },
  };
  const kept = new WorkCalendarsInMemory({ national: years, agencies: [agency] });
  return calendarFor(kept, worker, { from, until });
}

test("a cuti bersama on a Sunday takes no day away, and on a Saturday only from who works on it", async () => {
  const years = [yearOf(2026, off("2026-03-21", "cuti-bersama"), off("2026-03-22"))];
  const [from, until] = ["2026-03-16", "2026-03-22"] as const;

  expect((await calendar(from, until, { years })).count(from, until)).toBe(5);
  const six = await calendar(from, until, { years, patterns: [sixDays()] });
  expect(six.count(from, until)).toBe(5);
  expect(six.on("2026-03-22").holidays).toHaveLength(1);
});

test("a day with two names is one day", async () => {
  const years = [yearOf(2026, off("2026-05-14"), off("2026-05-14", "cuti-bersama"))];
  const week = await calendar("2026-05-11", "2026-05-17", { years });
  expect(week.count("2026-05-11", "2026-05-17")).toBe(4);
});

test("a cuti bersama that is declared inside a span that was counted gives its day back, and says which", async () => {
  const [from, until] = ["2026-12-21", "2027-01-04"] as const;
  const years = [yearOf(2026, off("2026-12-25")), yearOf(2027, off("2027-01-01"))];
  const before = await calendar(from, until, { years });
  const declared = [
    yearOf(2026, off("2026-12-24", "cuti-bersama"), off("2026-12-25")),
    yearOf(2027, off("2027-01-01")),
  ];
  const after = await calendar(from, until, { years: declared });

  expect([before.count(from, until), after.count(from, until)]).toEqual([9, 8]);
  const given = before
    .days(from, until)
    .filter(({ day, isWorking }) => isWorking && !after.on(day).isWorking);
  expect(given.map(({ day }) => day)).toEqual(["2026-12-24"]);
});

test("over New Year each day is of its own year, and a year that nobody has said yet is named", async () => {
  const span = await calendar("2026-12-28", "2027-01-08", { years: [yearOf(2026)] });

  expect(span.count("2026-12-28", "2026-12-31")).toBe(4);
  expect(span.count("2027-01-01", "2027-01-08")).toBe(6);
  expect(span.unknownYears).toEqual([2027]);
  expect(span.next("2026-12-31")?.day).toBe("2027-01-01");
});

test("February has its 29th day in leap years alone", async () => {
  for (const [year, days] of [
    [2024, 21],
    [2026, 20],
    [2100, 20],
    [2028, 21],
  ] as const) {
    const span = await calendar(`${year}-02-01`, `${year}-03-01`, { years: [yearOf(year)] });
    expect([year, span.count(`${year}-02-01`, daysAfter(`${year}-03-01`, -1))]).toEqual([
      year,
      days,
    ]);
  }
});

test("no day outside the span is answered for", async () => {
  const span = await calendar("2026-02-02", "2026-02-06");
  expect(() => span.on("2026-02-07")).toThrow(RangeError);
  expect(() => span.count("2026-01-30", "2026-02-06")).toThrow(RangeError);
  expect(span.count("2026-02-06", "2026-02-02")).toBe(0);
  expect(span.next("2026-02-06")).toBeUndefined();
});

test("what is said of a person goes before the unit, and the unit before the agency, while it is valid", async () => {
  const saturday = "2026-06-13";
  const patterns = [
    sixDays(),
    sixDays({ unitKerja: "BAGIAN UMUM.", daysPerWeek: 5, from: "2026-02-01" }),
    sixDays({ person: "emp_siti", from: "2026-05-01", until: "2026-06-30" }),
    sixDays({ person: "emp_budi", daysPerWeek: 5 }),
  ];
  const span = await calendar("2026-01-01", "2026-12-31", { patterns });
  const days = ["2026-01-10", "2026-02-14", saturday, "2026-07-04"];

  expect(days.map((day) => span.on(day).isWorking)).toEqual([true, false, true, false]);
  const unit = { instansiId: "ins_contoh", unitKerja: "Bagian Umum" };
  const people = await calendar("2026-01-01", "2026-12-31", { patterns, worker: unit });
  expect(people.on(saturday).isWorking).toBe(false);
  const other = await calendar("2026-01-01", "2026-12-31", {
    patterns,
    worker: { ...unit, unitKerja: "Dinas Lain" },
  });
  expect(other.on(saturday).isWorking).toBe(true);
});

test("of two patterns of one unit the one that began last counts, and without any the law's five days", async () => {
  const patterns = [sixDays(), sixDays({ from: "2026-06-01", daysPerWeek: 5 })];
  const span = await calendar("2026-01-01", "2026-12-31", { patterns });
  expect(["2026-05-30", "2026-06-06"].map((day) => span.on(day).isWorking)).toEqual([true, false]);
  expect((await calendar("2026-05-30", "2026-05-30")).on("2026-05-30")).toMatchObject({
    isWorking: false,
    pattern: { daysPerWeek: 5, source: "Perpres 21/2023 pasal 3" },
  });
});

test("hours are those of Perpres 21/2023, shorter in the fast, and none before it or on a day off", async () => {
  const ramadan = [{ from: "2026-02-19", until: "2026-03-20", source: "contoh" }];
  const years = [{ ...yearOf(2026, off("2026-03-19")), ramadan }];
  const span = await calendar("2026-02-01", "2026-04-30", { years });
  const told = (day: string) => {
    const { hours } = span.on(day);
    return hours && [hours.start, hours.end, hours.breakMinutes, hours.minutesPerWeek];
  };

  expect(told("2026-02-18")).toEqual(["07:30", "16:00", 60, 2250]);
  expect(told("2026-02-13")).toEqual(["07:30", "16:30", 90, 2250]);
  expect(told("2026-02-19")).toEqual(["08:00", "15:00", 30, 1950]);
  expect(told("2026-03-20")).toEqual(["08:00", "15:30", 60, 1950]);
  expect(told("2026-03-23")).toEqual(["07:30", "16:00", 60, 2250]);
  for (const day of ["2026-03-19", "2026-03-21"]) expect(told(day)).toBeUndefined();
  // The law says how long six days are together, and the agency how they are spread.
  const six = await calendar("2026-02-02", "2026-02-02", { years, patterns: [sixDays()] });
  expect(six.on("2026-02-02").hours).toEqual({
    ...{ source: "Perpres 21/2023", isRamadan: false, minutesPerWeek: 2250 },
    ...{ start: "07:30", breakMinutes: 60 },
  });
  expect((await calendar("2023-04-11", "2023-04-11")).on("2023-04-11").hours).toBeUndefined();
});

test("a regional day is its own agency's", async () => {
  const day = "2026-06-09";
  const regional: Holiday[] = [
    { day, kind: "libur-daerah", name: "Hari jadi", source: "SE Bupati contoh" },
  ];
  expect((await calendar(day, day, { regional })).count(day, day)).toBe(0);
  const worker = { instansiId: "ins_other", unitKerja: "Bagian Umum" };
  expect((await calendar(day, day, { regional, worker })).count(day, day)).toBe(1);
});

const anyYear = fc.integer({ min: 2020, max: 2098 });
const anyDay = fc.tuple(anyYear, fc.integer({ min: 0, max: 365 }));

test("in any year: parts of a span add up, no holiday adds a day, and five days never count more than six", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyYear,
      fc.uniqueArray(anyDay, { maxLength: 30 }),
      fc.nat({ max: 364 }),
      async (year, holidays, cut) => {
        const days = holidays
          .map(([, offset]) => daysAfter(`${year}-01-01`, offset))
          .filter((day) => day.startsWith(String(year)));
        const [from, until] = [`${year}-01-01`, `${year}-12-31`];
        const middle = daysAfter(from, cut);
        const years = [yearOf(year, ...days.map((day) => off(day)))];
        const five = await calendar(from, until, { years });
        const six = await calendar(from, until, { years, patterns: [sixDays()] });
        const bare = await calendar(from, until);
        const all = five.count(from, until);

        expect(five.count(from, middle) + five.count(daysAfter(middle, 1), until)).toBe(all);
        const distinct = new Set(days).size;
        expect(bare.count(from, until) - all).toBeLessThanOrEqual(distinct);
        expect(all).toBeLessThanOrEqual(bare.count(from, until));
        expect(all).toBeLessThanOrEqual(six.count(from, until));
        expect([260, 261, 262]).toContain(bare.count(from, until));
        const next = five.next(middle)?.day ?? daysAfter(until, 1);
        expect(five.count(daysAfter(middle, 1), daysAfter(next, -1))).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});
