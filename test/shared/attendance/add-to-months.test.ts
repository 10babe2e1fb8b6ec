import { expect, test } from "vitest";
import { addReadings } from "#shared/attendance/add-to-months.ts";
import { type AttendanceMonth, emptyMonth } from "#shared/attendance/attendance-month.ts";
import { closeMonth } from "#shared/attendance/close-month.ts";
import { judgeFor, recapMonth } from "#shared/attendance/recap-month.ts";
import { at, attendee, door, siti } from "../../support/attendance.ts";
import { AttendanceMonthsInMemory } from "../../support/attendance-months-in-memory.ts";
import { WorkCalendarsInMemory } from "../../support/work-calendars-in-memory.ts";

const march = { instansiId: "ins_contoh", month: "2026-03" };
const april = { ...march, month: "2026-04" };
const rules = { machines: [door], schedules: [], terms: [] };
const calendars = new WorkCalendarsInMemory();
const now = new Date("2026-06-01T00:00:00Z");
const readings = [at("03-02 07:29"), at("03-02 16:01"), at("03-31 07:40"), at("03-31 16:00")];

async function closed(months: AttendanceMonthsInMemory, month: string, by = now) {
  const judge = await judgeFor(calendars, { ...march, month }, { rules, now: by });
  return await closeMonth({ months, judge, now: by }, attendee, month);
}

async function recapsOf(months: AttendanceMonthsInMemory, of = march) {
  const pages = recapMonth({ months, calendars }, of, { rules, now });
  const all = await Array.fromAsync(pages);
  return all.flat();
}

test("each month of a person is written once, and the same file again changes nothing", async () => {
  const months = new AttendanceMonthsInMemory();
  const first = await addReadings({ months }, [{ attendee, readings }]);
  const again = await addReadings({ months }, [{ attendee, readings: readings.toReversed() }]);

  // The last day of March may end in April.
  expect(first).toEqual({ added: 1, known: 0, refused: [] });
  expect(again).toEqual({ added: 0, known: 1, refused: [] });
  expect((await months.find(march, siti))?.revision).toBe(1);
});

test("two imports at once both count", async () => {
  const months = new AttendanceMonthsInMemory();
  await Promise.all(
    readings.map((each) => addReadings({ months }, [{ attendee, readings: [each] }])),
  );

  expect((await months.find(march, siti))?.readings).toHaveLength(4);
});

test("who is raced again and again is told to come later", async () => {
  class Raced extends AttendanceMonthsInMemory {
    override async save(_: AttendanceMonth): Promise<boolean> {
      return false;
    }
  }

  await expect(
    addReadings({ months: new Raced() }, [{ attendee, readings }]),
  ).rejects.toMatchObject({ code: "busy" });
});

test("the month is counted in the unit in which the record is at its last change", async () => {
  const months = new AttendanceMonthsInMemory();
  await addReadings({ months }, [{ attendee, readings: readings.slice(0, 1) }]);
  const moved = { ...attendee, unitKerja: "Bagian Hukum" };
  await addReadings({ months }, [{ attendee: moved, readings }]);

  expect(await recapsOf(months)).toMatchObject([
    { person: siti, unitKerja: "Bagian Hukum", recap: { present: 2, late: { minutes: 10 } } },
  ]);
});

test("a closed month takes no readings, and says so; what it came to goes into the next one", async () => {
  const months = new AttendanceMonthsInMemory();
  await addReadings({ months }, [{ attendee, readings }]);
  const late = [at("03-10 07:30")];

  expect(await closed(months, "2026-03")).toBe("closed");
  expect(await addReadings({ months }, [{ attendee, readings: late }])).toEqual({
    ...{ added: 0, known: 0 },
    refused: [{ person: siti, month: "2026-03", why: "closed" }],
  });
  const [inMarch] = await recapsOf(months);
  const [inApril] = await recapsOf(months, april);
  expect(inMarch?.recap).toMatchObject({ absent: 20, absentInYear: 20, run: 0 });
  expect(inApril?.recap).toMatchObject({ absent: 22, absentInYear: 42, run: 22 });
});

test("a month is closed once it is over, after the one before; also of whom no machine has read", async () => {
  const months = new AttendanceMonthsInMemory();
  await addReadings({ months }, [{ attendee, readings }]);
  const early = new Date("2026-04-01T12:00:00Z");

  expect(await closed(months, "2026-03", early)).toBe("not-over");
  expect(await closed(months, "2026-04")).toBe("before-open");
  expect(await closed(months, "2026-03")).toBe("closed");
  expect(await closed(months, "2026-03")).toBe("closed");
  expect(await closed(months, "2026-04")).toBe("closed");
  expect(await closed(months, "2026-05", new Date("2026-07-01T00:00:00Z"))).toBe("closed");
  expect((await months.find({ ...march, month: "2026-05" }, siti))?.closed).toMatchObject({
    absentInYear: 63,
  });
});

test("one calendar serves a unit, but not whom the agency has given another one", async () => {
  const sixDays = { from: "2026-01-01", daysPerWeek: 6, source: "contoh" } as const;
  const patterns = [{ ...sixDays, person: "emp_b" as const }];
  const agency = { instansiId: "ins_contoh", holidays: [], patterns, revision: 1 };
  const kept = new WorkCalendarsInMemory({ agencies: [agency] });
  const judge = await judgeFor(kept, march, { rules, now });
  const workdays = (["emp_a", "emp_b", "emp_c"] as const).map(
    (person) => judge(emptyMonth({ ...attendee, person }, "2026-03"), undefined).recap.workdays,
  );

  expect(workdays).toEqual([22, 26, 22]);
});
