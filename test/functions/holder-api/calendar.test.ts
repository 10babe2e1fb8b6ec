/** The own calendar over the API. */
import { beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { ownCalendarAnswer } from "#shared/workday/work-calendar-answers.ts";
import { anEmployee } from "../../support/builders.ts";
import {
  anAgencyCalendar,
  aYear,
  calendarLine,
  whole,
} from "../../support/work-calendar-table-contract.ts";
import { holderApiUnderTest } from "./holder-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const read = async (api: Awaited<ReturnType<typeof holderApiUnderTest>>, year?: string) => {
  const { status, body } = await api.get("/api/me/calendar", year ? { query: { year } } : {});
  expect(status).toBe(200);
  return ownCalendarAnswer.parse(body);
};

test("without a calendar it is the law's five days, and says that the year's holidays are not there", async () => {
  const api = await holderApiUnderTest();
  const told = await read(api, "2026");

  expect(told).toMatchObject({ year: 2026, isKnown: false, holidays: [] });
  expect(told.months.reduce((sum, count) => sum + count)).toBe(261);
  expect(told.patterns).toMatchObject([{ from: "2026-01-01", daysPerWeek: 5 }]);
});

test("holidays of the country and of the own agency take days away, and the own pattern adds Saturdays from its day on", async () => {
  const siti = anEmployee({ unitKerja: "UPT Contoh" });
  const api = await holderApiUnderTest({ employees: [siti] });
  await api.calendars.saveNational(aYear(), calendarLine("holidays#2026", 1), whole);
  const own = anAgencyCalendar({ instansiId: siti.instansiId });
  await api.calendars.saveAgency(own, calendarLine(`calendar#${siti.instansiId}`, 1), whole);
  const told = await read(api, "2026");

  expect(told.isKnown).toBe(true);
  expect(told.holidays.map(({ day, kind }) => [day, kind])).toEqual([
    ["2026-06-09", "libur-daerah"],
    ["2026-08-17", "libur-nasional"],
    ["2026-12-24", "cuti-bersama"],
  ]);
  // August 2026 has 21 days from Monday to Friday and five Saturdays.
  expect(told.months[7]).toBe(25);
  expect(told.patterns.map(({ from, daysPerWeek }) => [from, daysPerWeek])).toEqual([
    ["2026-01-01", 5],
    ["2026-01-05", 6],
    // What is said of Siti herself goes before her unit's.
    ["2026-02-02", 5],
    ["2026-04-01", 6],
  ]);
});

test.each([
  ["WIB", "2026-11-22", false, "2026-11-23"],
  ["WIT", "2026-11-23", true, "2026-11-24"],
] as const)(
  "today is the day of the own zone: in %s it is %s",
  async (zone, day, isWorking, next) => {
    const api = await holderApiUnderTest({
      employees: [anEmployee(zone === "WIT" ? { zone } : {})],
    });
    // Sunday 22.30 in Jakarta, and Monday 00.30 in Jayapura.
    api.world.clock.advance({ days: 1, hours: 12, minutes: 30 });
    const { body } = await api.get("/api/me/calendar", { cookies: await api.signInAgain() });
    const told = ownCalendarAnswer.parse(body);

    expect(told.today).toMatchObject({ day, isWorking });
    expect(told.next).toMatchObject({ day: next });
    expect(
      (await api.get("/api/me/calendar", { query: { year: "2027" } })).body,
    ).not.toHaveProperty("today");
  },
);

test("a year that no calendar has is refused", async () => {
  const api = await holderApiUnderTest();
  for (const year of ["2019", "2100", "x", "2026.5"])
    expect([year, (await api.get("/api/me/calendar", { query: { year } })).status]).toEqual([
      year,
      422,
    ]);
});
