import { expect, test } from "vitest";
import { isDay } from "#shared/employee/field-checks.ts";
import { nationalCalendar } from "#shared/workday/holiday.ts";
import { agencyCalendar } from "#shared/workday/work-pattern.ts";
import { demoAgencyCalendar, demoYear } from "../../../local/demo/calendars.ts";
import { demoPeople } from "../../../local/demo/people.ts";

test.each([2026, 2027, 2030])(
  "the demo's %i can be kept, and each day is that year's own",
  (year) => {
    const calendar = demoYear(year);
    expect(nationalCalendar.parse(calendar)).toEqual(calendar);
    for (const { day } of calendar.holidays)
      expect([day, isDay(day) && day.startsWith(`${year}-`)]).toEqual([day, true]);
    const kinds = Map.groupBy(calendar.holidays, ({ kind }) => kind);
    const days = (kind: "libur-nasional" | "cuti-bersama") => kinds.get(kind)?.length ?? 0;
    // The decree of 2026 has so many.
    if (year === 2026) expect([days("libur-nasional"), days("cuti-bersama")]).toEqual([17, 8]);
    else
      expect(new Set(calendar.holidays.map(({ source }) => source))).toEqual(
        new Set(["Data contoh, bukan keputusan"]),
      );
  },
);

test("the agency's unit with six days has people", () => {
  const calendar = demoAgencyCalendar([2026, 2027]);
  expect(agencyCalendar.parse(calendar)).toEqual(calendar);
  const [pattern] = calendar.patterns;
  const units = demoPeople().map(({ employee }) => employee.unitKerja);
  expect(units).toContain(pattern?.unitKerja);
});
