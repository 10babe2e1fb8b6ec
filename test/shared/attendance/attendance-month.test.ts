import fc from "fast-check";
import { expect, test } from "vitest";
import {
  added,
  attendanceMonth,
  monthsOf,
  mostReadings,
  spanOf,
} from "#shared/attendance/attendance-month.ts";
import { judgeDays } from "#shared/attendance/judge-days.ts";
import { minuteOf, type Reading, timeOfMinute } from "#shared/attendance/reading.ts";
import { at, judging, monthWith } from "../../support/attendance.ts";

/** Of a few machines over the month and the days around it: many collide. */
const anyReading = fc
  .record({
    minute: fc.integer({ min: 0, max: 33 * 1440 }),
    machine: fc.constantFrom("pintu", "aula"),
    way: fc.constantFrom(undefined, "in" as const, "out" as const),
  })
  .map(({ minute, machine, way }): Reading => {
    const time = `${timeOfMinute(minuteOf("2026-02-28T00:00:00") + minute)}:00`;
    return { machine, time, ...(way && { way }) };
  });
const anyReadings = fc.array(anyReading, { maxLength: 80 });

test("the order of readings, and how often and in which parts they come, changes nothing", () => {
  fc.assert(
    fc.property(anyReadings, fc.nat(), (readings, seed) => {
      const turned = [...readings].sort((a, b) => hash(a, seed) - hash(b, seed));
      const half = monthWith({ readings: turned.slice(turned.length / 2) });
      const whole = added(half, { readings: [...turned, ...turned] });
      const once = monthWith({ readings });
      expect(typeof whole === "string" ? whole : whole.readings).toEqual(once.readings);
      expect(added(once, { readings: turned })).toBe(once);
    }),
  );
});

const hash = ({ time, machine }: Reading, seed: number) =>
  (minuteOf(time) * 31 + machine.length + seed) % 1009;

test("each reading of the month stands on one day, and each day is there once", () => {
  fc.assert(
    fc.property(anyReadings, (readings) => {
      const month = monthWith({ readings });
      const days = judgeDays(month, judging());
      expect(days.map(({ day }) => day)).toEqual(
        Array.from({ length: 31 }, (_, i) => `2026-03-${String(i + 1).padStart(2, "0")}`),
      );
      const told = days.flatMap((day) => day.readings.map(({ minute, by }) => `${minute} ${by}`));
      expect(new Set(told).size).toBe(told.length);
      const inMonth = month.readings.filter(
        ({ time }) => time >= "2026-03-02" && time < "2026-03-31",
      );
      expect(told).toEqual(
        expect.arrayContaining(inMonth.map((r) => `${minuteOf(r.time)} ${r.machine}`)),
      );
    }),
  );
});

test("nothing of a day is below zero, whatever was read", () => {
  fc.assert(
    fc.property(anyReadings, (readings) => {
      for (const day of judgeDays(monthWith({ readings }), judging()))
        expect(Math.min(day.worked, day.lateMinutes, day.earlyMinutes)).toBeGreaterThanOrEqual(0);
    }),
    { examples: [[[at("03-02 12:00"), at("03-02 12:20")]]] }, // A break is longer.
  );
});

test("a month ends where the next one begins", () => {
  expect(spanOf("2026-02")).toEqual({ from: "2026-02-01", until: "2026-02-28" });
  expect(spanOf("2026-12")).toEqual({ from: "2026-12-01", until: "2026-12-31" });
});

test("a reading at the edge of a month belongs to both: a night may end there", () => {
  expect(monthsOf(at("03-01 06:50"))).toEqual(["2026-02", "2026-03"]);
  expect(monthsOf(at("03-31 23:59"))).toEqual(["2026-03", "2026-04"]);
  expect(monthsOf(at("03-15 07:30"))).toEqual(["2026-03"]);
});

test("a later revision of a leave takes the place of the earlier one, in whichever order they come", () => {
  const first = {
    source: "req_9",
    revision: 1,
    days: [{ kind: "cuti" as const, from: "2026-03-02", until: "2026-03-06" }],
  };
  const cancelled = { source: "req_9", revision: 2, days: [] };

  expect(monthWith({ absences: [first, cancelled] }).absences).toEqual([cancelled]);
  expect(monthWith({ absences: [cancelled, first] }).absences).toEqual([cancelled]);
});

test("a closed month takes nothing more, and is content with what it has", () => {
  const open = monthWith({ readings: [at("03-02 07:29")] });
  const closed = { ...open, closed: { at: "2026-04-05T00:00:00Z", absentInYear: 0, run: 0 } };

  expect(added(closed, { readings: [at("03-02 07:29")] })).toBe(closed);
  expect(added(closed, { readings: [at("03-03 07:29")] })).toBe("closed");
});

test("a machine that tells one person without end fills no item", () => {
  const readings = Array.from({ length: mostReadings + 1 }, (_, i) =>
    at(`03-02 ${timeOfMinute(i).slice(11)}`),
  );
  const full = monthWith({ readings: readings.slice(1) });

  expect(attendanceMonth.parse(full).readings).toHaveLength(mostReadings);
  expect(added(full, { readings })).toBe("full");
});
