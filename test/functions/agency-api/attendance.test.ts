import { beforeEach, expect, test, vi } from "vitest";
import { monthAnswer, readingsAnswer, recapAnswer } from "#shared/attendance/attendance-answers.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { logger } from "#shared/runtime/logger.ts";
import { attendanceRoutes } from "../../../functions/agency-api/attendance-routes.ts";
import { AttendanceMonthsInMemory } from "../../support/attendance-months-in-memory.ts";
import { AttendanceRulesInMemory } from "../../support/attendance-rules-in-memory.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { LeaveLedgersInMemory } from "../../support/leave-ledgers-in-memory.ts";
import { signIn } from "../../support/signed-in.ts";
import { WorkCalendarsInMemory } from "../../support/work-calendars-in-memory.ts";
import { elsewhere, ofUnit, operator, penyetuju, petugas, setUp } from "./agency-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const unit = petugas.unitKerja;
const month = "2026-10";
const reason = "Berita acara contoh 1/2026";
const door = { id: "pintu", name: "Pintu utama", zone: "WIB", clocks: [] };
const details = { machines: [door], schedules: [], terms: [] };

async function world() {
  const { call: _, ...tables } = await setUp();
  const { history } = tables.agencies;
  const api = {
    ...tables,
    history: new HistoryInMemory(history),
    months: new AttendanceMonthsInMemory(2, history),
    attendanceRules: new AttendanceRulesInMemory(history),
    ledgers: new LeaveLedgersInMemory(),
    calendars: new WorkCalendarsInMemory(),
  };
  const handler = apiHandler(attendanceRoutes(api), handlerOptions);
  const call = async (by: Employee, method: "GET" | "POST", at: string, body?: object) =>
    callApi(handler, {
      ...{ method, path: `/api/officer/agency/${at.split("?")[0]}`, ...(body && { body }) },
      query: Object.fromEntries(new URLSearchParams(at.split("?")[1])),
      ...(await signIn(tables, by)),
    });
  const said = await call(petugas, "POST", "attendance/rules", { revision: 0, reason, ...details });
  expect(said.status).toBe(200);
  const lines = [
    { line: 1, pin: "7", nip: ofUnit.nip },
    { line: 2, pin: "7", nip: penyetuju.nip },
    { line: 3, pin: "8", nip: elsewhere.nip },
    { line: 4, pin: "9", nip: "1980" },
  ];
  const pins = await call(petugas, "POST", "attendance/pins", { machine: "pintu", lines });
  return { ...api, call, pins };
}

const ofPart = { machine: "pintu", from: "2026-10-01", until: "2026-10-31", order: "day-first" };
const people = [
  {
    number: "007",
    lines: [
      "1|05/10/2026 07.29|in",
      "2|05/10/2026 16.05|",
      "3|05/10/2026 16.05|",
      "4|05/10/2026 16.09|",
      "5|06/10/2026 08.10|",
      "6|06/10/2026 16.00|",
      "7|01/01/2000 00:03|",
      "8|03/03/2027 16:00|",
    ],
  },
  { number: "12", lines: ["9|05/10/2026 07.29|"] },
  { number: "1.98502E+17", lines: ["10|05/10/2026 07.29|"] },
];
const recapOf = `attendance/recap?unit=${encodeURIComponent(unit)}&month=${month}`;

test("numbers are given to people of the agency; what is wrong is told by line", async () => {
  const { pins } = await world();

  expect(pins.body).toEqual({
    people: 1,
    findings: [
      { line: 2, code: "pin-taken" },
      { line: 3, code: "nip-unknown" },
      { line: 4, code: "nip-malformed" },
    ],
  });
});

test("a clock that was wrong and shifts are said, as deep as they lie", async () => {
  const { call } = await world();
  const shift = { start: "21:00", end: "07:30", breakMinutes: 30 };
  const said = {
    machines: [{ ...door, clocks: [{ from: "2026-10-01T00:00:00", minutes: -7 }] }],
    schedules: [{ from: "2026-10-01", cycle: [shift, null], overHolidays: true, source: "SK 1" }],
    terms: [
      { term: "lateGrades", value: [{ code: "TL", from: 1 }], from: "2026-01-01", source: "SK 2" },
    ].map((each) => ({ ...each, certainty: "practice" })),
  };
  const saved = await call(petugas, "POST", "attendance/rules", { ...said, revision: 1, reason });

  expect(saved.status).toBe(200);
  expect(saved.body).toMatchObject({ details: said });
});

test("a part of a file is taken, and all that is wrong with it is told; sent again it doubles nothing", async () => {
  const { call } = await world();
  const first = await call(petugas, "POST", "attendance/readings", { ...ofPart, people });
  const { findings, ...counts } = readingsAnswer.parse(first.body);

  expect(counts).toEqual({ readings: 6, added: 1, known: 0 });
  expect(findings.map(({ line, code }) => `${line} ${code}`)).toEqual([
    "3 line-twice",
    "4 reading-double",
    "7 time-outside",
    "8 time-future",
    "9 pin-unknown",
    "10 nip-scientific",
  ]);
  const again = await call(petugas, "POST", "attendance/readings", { ...ofPart, people });
  expect(again.body).toMatchObject({ added: 0, known: 1 });
});

test("a unit's month is read in figures and day by day, put right with a reason, locked and opened again", async () => {
  const { call, agencies } = await world();
  await call(petugas, "POST", "attendance/readings", { ...ofPart, people });
  const rows = recapAnswer.parse((await call(penyetuju, "GET", recapOf)).body);
  const row = rows.items.find(({ id }) => id === ofUnit.id);
  expect(rows.readOnly).toBe(true);
  expect(row?.recap).toMatchObject({ present: 2, late: { count: 1, minutes: 40 } });
  expect(row?.recap.reached?.measure).toBe("pemberhentian");

  const theirs = `attendance/people/${ofUnit.id}`;
  const before = monthAnswer.parse((await call(petugas, "GET", `${theirs}?month=${month}`)).body);
  const asked = { month, revision: before.revision, reason };
  const act = { act: "correct", day: "2026-10-06", in: "07:30" };
  const right = await call(petugas, "POST", `${theirs}/corrections`, { ...asked, act });
  const after = monthAnswer.parse(right.body);
  expect(after.recap.late.count).toBe(0);
  expect(after.corrections).toMatchObject([{ day: "2026-10-06", reason }]);
  expect(after.days[5]?.readings).toEqual(before.days[5]?.readings);
  const late = await call(petugas, "POST", `${theirs}/corrections`, { ...asked, act });
  expect(late.body).toMatchObject({ code: "attendance-changed" });

  const closing = await call(petugas, "POST", "attendance/closings", { unit, month });
  expect(closing.body).toMatchObject({ closed: expect.any(Number), notOver: 0, raced: 0 });
  const shut = monthAnswer.parse((await call(petugas, "GET", `${theirs}?month=${month}`)).body);
  expect(shut.closed).toBeDefined();
  const refused = await call(petugas, "POST", `${theirs}/corrections`, {
    ...{ ...asked, revision: shut.revision, act },
  });
  expect(refused.body).toMatchObject({ code: "month-closed" });
  const more = [{ number: "7", lines: ["1|07/10/2026 07.29|"] }];
  const part = await call(petugas, "POST", "attendance/readings", { ...ofPart, people: more });
  expect(part.body).toMatchObject({ findings: [{ line: 1, code: "month-closed" }] });

  const open = { month, revision: shut.revision, reason: "Surat tugas menyusul" };
  const opened = await call(petugas, "POST", `${theirs}/openings`, open);
  expect(monthAnswer.parse(opened.body).closed).toBeUndefined();
  expect(agencies.history).toContainEqual(
    expect.objectContaining({ reason: "Surat tugas menyusul", about: ofUnit.id }),
  );
});

test("a given leave fills its days in by itself; of a locked month it is told that it came late", async () => {
  const { call, ledgers } = await world();
  await call(petugas, "POST", "attendance/closings", { unit, month });
  const leave = {
    ...({ id: "req_1", kind: "tahunan", isGiven: true } as const),
    ...{ from: "2026-10-29", to: "2026-11-02" },
  };
  const ledger = await ledgers.find(ofUnit.id);
  await ledgers.save(ledger, { movements: [], leaves: [leave] }, undefined);

  const closed = await call(ofUnit, "GET", `own-attendance?month=${month}`);
  const own = monthAnswer.parse(closed.body);
  expect(own).toMatchObject({ lateLeave: true, readOnly: true });
  // It is shown to superiors and officers alone.
  expect([own.recap.absent > 10, own.recap.reached]).toEqual([true, undefined]);
  const next = await call(ofUnit, "GET", "own-attendance?month=2026-11");
  const days = monthAnswer.parse(next.body).days.map(({ status }) => status);
  expect(days.slice(0, 3)).toEqual(["libur", "cuti", "alpa"]);
});

test("the recap is a file, also for who reads only", async () => {
  const { call } = await world();
  const sheet = recapOf.replace("recap", "sheet");
  const csv = await call(penyetuju, "GET", `${sheet}&format=csv`);
  const xlsx = await call(penyetuju, "GET", `${sheet}&format=xlsx`);

  expect([csv, xlsx].map(({ status }) => status)).toEqual([200, 200]);
  expect(csv.headers["content-disposition"]).toBe('attachment; filename="presensi-2026-10.csv"');
  expect(Buffer.from(csv.text, "base64").toString()).toContain(ofUnit.nip);
});

test("officers of a unit reach its people and no other, nobody puts the own days right, and other agencies find nothing", async () => {
  const { call, employees } = await world();
  const theirs = `attendance/people/${ofUnit.id}`;
  const act = { act: "correct", day: "2026-10-06", in: "07:30" };
  const asked = { month, revision: 0, reason, act };
  const own = await call(ofUnit, "POST", `${theirs}/corrections`, asked);
  expect(own.body).toMatchObject({ code: "own-record" });
  expect((await call(ofUnit, "GET", "attendance/rules")).status).toBe(404);
  expect((await call(elsewhere, "GET", `${theirs}?month=${month}`)).status).toBe(404);
  expect((await call(ofUnit, "GET", recapOf)).status).toBe(200);
  expect((await call(ofUnit, "GET", recapOf.replace("Umum", "Lain"))).status).toBe(404);
  expect((await call(operator, "GET", recapOf)).status).toBe(403);
  expect(await employees.find(ofUnit.id)).toBeDefined();
});
