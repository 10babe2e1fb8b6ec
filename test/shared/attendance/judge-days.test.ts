import { expect, test } from "vitest";
import type { Correction } from "#shared/attendance/attendance-month.ts";
import { attendanceTermsOn } from "#shared/attendance/attendance-terms.ts";
import { timeOfMinute } from "#shared/attendance/reading.ts";
import { type Schedule, schedulesOf } from "#shared/attendance/schedule.ts";
import { at, dayOf, door, monthWith, siti } from "../../support/attendance.ts";

// 2 March 2026 is a Monday.
const monday = "2026-03-02";
const onMonday = (...times: readonly string[]) =>
  dayOf(monday, monthWith({ readings: times.map((time) => at(`03-02 ${time}`)) }));
const nights: Schedule = {
  from: "2026-03-01",
  cycle: [{ start: "21:00", end: "07:00", breakMinutes: 60 }, null],
  overHolidays: true,
  source: "SK Direktur RSUD contoh",
};
const given = (change: Partial<Correction>): Correction => ({
  ...{ id: "req_1", day: monday, by: "emp_atasan", at: "2026-03-04T02:00:00Z" },
  ...change,
});

test("a day in time is a day of seven and a half hours", () => {
  expect(onMonday("07:29", "16:01")).toMatchObject({
    ...{ status: "hadir", lateMinutes: 0, earlyMinutes: 0, worked: 452, due: 450 },
  });
});

test.each([
  ["07:30:59", 0, undefined],
  ["07:31", 1, "TL1"],
  ["08:00", 30, "TL1"],
  ["08:01", 31, "TL2"],
  ["08:30", 60, "TL2"],
  ["08:31", 61, "TL3"],
])("who comes at %s is %i minutes late: %s", (time, lateMinutes, lateGrade) => {
  const day = onMonday(time, "16:00");

  expect([day.lateMinutes, day.lateGrade]).toEqual([lateMinutes, lateGrade]);
});

test.each([
  ["16:00", undefined],
  ["15:59", "PSW1"],
  ["15:30", "PSW1"],
  ["15:29", "PSW2"],
  ["15:00", "PSW2"],
  ["14:59", "PSW3"],
  ["14:30", "PSW3"],
  ["14:29", "PSW4"],
])("who leaves at %s: %s", (time, grade) => {
  expect(onMonday("07:30", time).earlyGrade).toBe(grade);
});

test("an agency's own grades and tolerance count from their first day, and only then", () => {
  const from = "2026-03-02";
  const own = { from, source: "Perbup contoh 1/2026", certainty: "text" as const };
  const terms = (day: string) =>
    attendanceTermsOn(day, [
      { ...own, term: "graceMinutes", value: 15 },
      { ...own, term: "lateGrades", value: [{ code: "T1", from: 16 }] },
    ]);
  const month = monthWith({ readings: [at("03-02 07:45"), at("03-03 07:46")] });
  const late = (day: string) => dayOf(day, month, { termsOf: terms });

  expect([late(monday).lateMinutes, late(monday).lateGrade]).toEqual([0, undefined]);
  expect([late("2026-03-03").lateMinutes, late("2026-03-03").lateGrade]).toEqual([16, "T1"]);
  expect(attendanceTermsOn("2026-03-01").graceMinutes).toBe(0);
});

test("a finger laid on twice is one reading: whoever leaves nothing else has not left", () => {
  expect(onMonday("07:29", "07:31")).toMatchObject({ lacks: "out", worked: 0, status: "hadir" });
  expect(onMonday("15:58", "16:02")).toMatchObject({ lacks: "in", earlyMinutes: 0 });
  expect(timeOfMinute(onMonday("15:58", "16:02").out?.minute ?? 0)).toBe("2026-03-02T16:02");
});

test("a second «masuk» in the morning is no departure, a «masuk» in the evening is", () => {
  const morning = monthWith({ readings: [at("03-02 07:29", "in"), at("03-02 09:00", "in")] });
  const evening = monthWith({ readings: [at("03-02 07:29", "in"), at("03-02 16:05", "in")] });

  expect(dayOf(monday, morning)).toMatchObject({ lacks: "out", earlyMinutes: 0 });
  expect(dayOf(monday, evening)).toMatchObject({ worked: 456 });
});

test("no reading is alpa, on a holiday libur, and today nothing yet", () => {
  const nobody = monthWith({});
  const now = Date.parse("2026-03-02T09:00:00Z") / 60_000;

  expect(dayOf(monday, nobody)).toMatchObject({ status: "alpa", due: 450, worked: 0 });
  expect(dayOf("2026-03-19", nobody)).toMatchObject({ status: "libur", due: 0 });
  expect(dayOf("2026-03-01", nobody).status).toBe("libur");
  expect(dayOf(monday, nobody, { now }).status).toBe("berjalan");
  const came = monthWith({ readings: [at("03-02 08:00")] });
  const today = dayOf(monday, came, { now });
  expect([today.status, today.lateGrade, today.lacks]).toEqual(["hadir", "TL1", undefined]);
});

test("one reading is presence, unless the agency says that it is none", () => {
  const month = monthWith({ readings: [at("03-02 07:29")] });
  const strict = { ...attendanceTermsOn(monday), oneReadingIs: "alpa" as const };

  expect(dayOf(monday, month).status).toBe("hadir");
  expect(dayOf(monday, month, { termsOf: () => strict }).status).toBe("alpa");
});

test("a night's shift belongs to the day on which it begins, also over the end of a month", () => {
  const schedules = schedulesOf({ instansiId: "ins_contoh", unitKerja: "IGD", id: siti }, [nights]);
  const readings = [at("03-31 20:55"), at("04-01 07:10")];
  const night = dayOf("2026-03-31", monthWith({ readings }), { schedules });

  expect(night).toMatchObject({ status: "hadir", due: 540, worked: 555, earlyMinutes: 0 });
  const april = dayOf("2026-04-01", monthWith({ readings }, "2026-04"), { schedules });
  expect(april).toMatchObject({ status: "libur", readings: [] });
});

test("the schedule of a person counts before the unit's, and that before the agency's", () => {
  const worker = { instansiId: "ins_contoh", unitKerja: "Bagian  UMUM", id: siti };
  const said = [
    nights,
    { ...nights, unitKerja: "bagian umum", source: "unit" },
    { ...nights, person: siti, source: "person" },
    { ...nights, person: "emp_budi0000000000000000" as const, source: "another" },
  ];

  expect(schedulesOf(worker, said).map(({ source }) => source)).toEqual([
    ...["person", "unit", "SK Direktur RSUD contoh"],
  ]);
});

test("a ward works on holidays, an office does not", () => {
  const month = monthWith({});
  const office = { ...nights, overHolidays: false };

  expect(dayOf("2026-03-19", month, { schedules: [nights] }).status).toBe("alpa");
  expect(dayOf("2026-03-19", month, { schedules: [office] }).status).toBe("libur");
});

test("a clock that was found to be slow is put right for what it had told before", () => {
  const slow = {
    ...door,
    clocks: [{ from: "2026-03-02T00:00:00", until: "2026-03-02T23:59:59", minutes: -7 }],
  };
  const month = monthWith({ readings: [at("03-02 07:37"), at("03-03 07:37")] });
  const machines = new Map([[door.id, slow]]);

  expect(dayOf(monday, month, { machines }).lateMinutes).toBe(0);
  expect(dayOf("2026-03-03", month, { machines }).lateMinutes).toBe(7);
});

test("a door in Makassar tells somebody of Jakarta an hour later than it was", () => {
  const machines = new Map([[door.id, { ...door, zone: "WITA" as const }]]);
  const month = monthWith({ readings: [at("03-02 08:30"), at("03-02 17:00")] });

  expect(dayOf(monday, month, { machines })).toMatchObject({ lateMinutes: 0, worked: 450 });
});

test("leave and duty fill in by themselves, however late; only duty counts as work", () => {
  const leave = (kind: "cuti" | "dinas-luar") =>
    monthWith({
      absences: [{ source: "req_9", revision: 1, days: [{ kind, from: monday, until: monday }] }],
    });

  expect(dayOf(monday, leave("cuti"))).toMatchObject({ status: "cuti", worked: 0, due: 0 });
  expect(dayOf(monday, leave("dinas-luar"))).toMatchObject({ worked: 450, due: 450 });
  expect(dayOf("2026-03-03", leave("cuti")).status).toBe("alpa");
});

test("a correction says what counts; the readings stay", () => {
  const readings = [at("03-02 09:15"), at("03-02 16:00")];
  const day = dayOf(
    monday,
    monthWith({ readings, corrections: [given({ in: "2026-03-02T07:25" })] }),
  );

  expect(day).toMatchObject({
    lateMinutes: 0,
    worked: 455,
    in: { by: "req_1" },
    out: { by: "pintu" },
  });
  expect(day.readings.map(({ minute }) => timeOfMinute(minute))).toEqual([
    ...["2026-03-02T09:15", "2026-03-02T16:00"],
  ]);
});

test("of two corrections the later counts, and none that was taken back", () => {
  const readings = [at("03-02 09:15"), at("03-02 16:00")];
  const first = given({ in: "2026-03-02T08:00" });
  const second = given({ id: "req_2", in: "2026-03-02T07:40", at: "2026-03-05T02:00:00Z" });
  const back = given({ id: "req_3", withdraws: "req_2", at: "2026-03-06T02:00:00Z" });
  const lateBy = (...corrections: Correction[]) =>
    dayOf(monday, monthWith({ readings, corrections })).lateMinutes;

  expect(lateBy(second, first)).toBe(10);
  expect(lateBy(first, second, back)).toBe(30);
});

test("a correction can say why somebody was away", () => {
  const month = monthWith({ corrections: [given({ absence: "dinas-luar" })] });

  expect(dayOf(monday, month).status).toBe("dinas-luar");
});

test("of two gates that saw one code the later one is kept beside the day and counts for nothing", () => {
  const gateAt = (time: string, machine: string, step = 100) => ({
    ...at(`03-02 ${time}`, undefined, machine),
    step,
  });
  const gate = { ...door, kind: "gate" as const };
  const east = { ...gate, id: "timur", zone: "WIT" as const };
  const machines = new Map([gate, east].map((each) => [each.id, each]));
  // By its clock later, and in truth before.
  const readings = [gateAt("07:30:20", gate.id), gateAt("09:30:05", east.id)];
  const month = monthWith({ readings: [...readings, at("03-02 16:00")] });
  const day = dayOf(monday, month, { machines });

  expect(day.readings.map(({ by }) => by)).toEqual(["timur", "pintu"]);
  expect(day.elsewhere.map(({ by }) => by)).toEqual(["pintu"]);
  expect(day).toMatchObject({ status: "hadir", in: { by: "timur" }, lateMinutes: 0 });
});
