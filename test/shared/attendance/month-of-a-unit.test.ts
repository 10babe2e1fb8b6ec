/** A month of a unit: from the files of three machines with planted faults to a closed recap in a file. */
import { expect, test } from "vitest";
import { addReadings } from "#shared/attendance/add-to-months.ts";
import { type Attendee, added } from "#shared/attendance/attendance-month.ts";
import type { AttendanceRules } from "#shared/attendance/attendance-rules.ts";
import { attendanceTermsOn } from "#shared/attendance/attendance-terms.ts";
import { closeMonth } from "#shared/attendance/close-month.ts";
import { judgeMachineFile } from "#shared/attendance/judge-machine-file.ts";
import type { Machine } from "#shared/attendance/machine.ts";
import { judgeFor, recapMonth } from "#shared/attendance/recap-month.ts";
import { recapRows } from "#shared/attendance/recap-sheet.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { openCsv } from "#shared/import/read-csv.ts";
import { writeSpreadsheet } from "#shared/import/write-spreadsheet.ts";
import { attendee, door } from "../../support/attendance.ts";
import { AttendanceMonthsInMemory } from "../../support/attendance-months-in-memory.ts";
import { WorkCalendarsInMemory } from "../../support/work-calendars-in-memory.ts";

const of = { instansiId: "ins_contoh", month: "2026-03" };
const [ani, budi, siti] = ["emp_ani", "emp_budi", "emp_siti"] as const;
const nips = new Map<string, EmployeeId>([["198502122010011004", siti]]);
const pins = new Map<string, EmployeeId>([
  ["7", siti],
  ["12", budi],
]);
const people = [ani, budi, siti].map((person): Attendee => ({ ...attendee, person }));
const now = new Date("2026-04-10T00:00:00Z");
const calendars = new WorkCalendarsInMemory();
const nights = {
  ...{ person: budi, from: "2026-03-01", overHolidays: true, source: "Jadwal IGD contoh" },
  cycle: [{ start: "21:00", end: "07:00", breakMinutes: 60 }, null, null],
};
const rules = (...machines: Machine[]): AttendanceRules => ({
  ...{ machines, schedules: [nights], terms: [] },
});

/** Of the weekdays of March 2026. */
const weekdays = Array.from({ length: 31 }, (_, i) => i + 1).filter(
  (day) => ![0, 1].includes(day % 7),
);
const two = (number: number) => String(number).padStart(2, "0");

/** Its clock goes seven minutes fast all month: nobody knows it yet. */
const memory = weekdays.map((day) => `\t7\t2026-03-${two(day)} 07:37:00\t1\t0`).join("\r\n");
const office = [
  "NIP;Tanggal;Jam;Status",
  ...weekdays.map((day) => `198502122010011004;${two(day)}/03/2026;16.00;Pulang`),
  "198502122010011004;02/03/2026;16.01;Pulang",
  "198502122010011004;02/03/2026;16.00;Pulang",
  "1.98502E+17;02/03/2026;16.00;Pulang",
  "198502122010011004;02/03/2026;25.00;Pulang",
].join("\n");
const ward = [
  "PIN,Date/Time",
  ...[1, 4, 7, 10, 13, 16, 19, 22, 25, 28].flatMap((day) => [
    `12,${two(day)}-03-2026 20:50`,
    `12,${two(day + 1)}-03-2026 07:05`,
  ]),
  "12,31-03-2026 20:50",
  "12,01-04-2026 06:00",
  "99,01-03-2026 20:50",
].join("\n");

async function brought(months: AttendanceMonthsInMemory, machine: string, file: string) {
  const { readings, findings } = await judgeMachineFile(new Blob([file]), {
    ...{ machine, from: "2026-03-01", until: "2026-04-01", now: "2026-04-10T07:00:00" },
    who: { ofNip: (nip) => nips.get(nip), ofPin: (pin) => pins.get(pin) },
  });
  const theirs = people.map((each) => ({
    attendee: each,
    readings: readings.filter(({ person }) => person === each.person).map(({ reading }) => reading),
  }));
  const tally = await addReadings({ months }, theirs);
  return { found: findings.map(({ line, code }) => `${line} ${code}`), tally };
}

async function rowsOf(months: AttendanceMonthsInMemory, said: AttendanceRules) {
  const namesOf = async (ids: readonly EmployeeId[]) =>
    new Map(ids.map((id) => [id, { nip: "198502122010011004", name: `=${id}` }]));
  const pages = recapMonth({ months, calendars }, of, { rules: said, now });
  const rows = recapRows(pages, { ...of, terms: attendanceTermsOn("2026-03-31"), namesOf });
  const look = { name: "Rekap", widths: [], headingRow: 2 };
  const bytes = await Array.fromAsync(writeSpreadsheet("csv", rows, look));
  const read = (await openCsv(new Blob(bytes))).rows();
  const [, headings, ...all] = (await Array.fromAsync(read)).flat().map(({ cells }) => cells);
  const told = (name: string, column: string) =>
    all.find((cells) => cells[1] === name)?.[headings?.indexOf(column) ?? -1];
  return { all, told };
}

test("three files with faults become a recap that is closed", async () => {
  const months = new AttendanceMonthsInMemory();
  const first = await brought(months, "pintu", memory);
  const second = await brought(months, "aula", office);
  const third = await brought(months, "igd", ward);

  expect(first.found).toEqual([]);
  expect(second.found).toEqual(["25 line-twice", "26 nip-scientific", "27 time-malformed"]);
  expect(third.found).toEqual(["24 pin-unknown"]);
  // The same file again, from another office.
  expect((await brought(months, "aula", office)).tally).toMatchObject({ added: 0, refused: [] });

  const before = await rowsOf(months, rules(door));
  expect(before.told("=emp_siti", "TERLAMBAT (KALI)")).toBe("22");
  expect(before.told("=emp_budi", "PULANG CEPAT (MENIT)")).toBe("60");
  expect(before.told("=emp_budi", "H")).toBe("11");

  // The clock is found to be wrong, and a letter of duty of Ani comes late.
  const slow = [{ from: "2026-03-01T00:00:00", minutes: -7 }];
  const known = rules({ ...door, clocks: slow });
  const days = [{ kind: "dinas-luar" as const, from: "2026-03-02", until: "2026-03-27" }];
  const empty = (await months.find(of, ani)) ?? { ...attendee, person: ani, month: of.month };
  const duty = added(
    { readings: [], absences: [], corrections: [], revision: 0, ...empty },
    { absences: [{ source: "letter_1", revision: 1, days }] },
  );
  if (typeof duty === "string") throw new Error(duty);
  await months.save(duty);
  const judge = await judgeFor(calendars, of, { rules: known, now });
  for (const each of people)
    expect(await closeMonth({ months, judge, now }, each, of.month)).toBe("closed");

  const after = await rowsOf(months, known);
  expect(after.told("=emp_siti", "TERLAMBAT (KALI)")).toBe("0");
  expect(after.told("=emp_ani", "DL")).toBe("20");
  expect(after.told("=emp_ani", "TK")).toBe("2");
  expect(after.told("=emp_ani", "AMBANG PP 94/2021")).toBe("");
  expect(after.told("JUMLAH", "HARI KERJA")).toBe(String(22 + 22 + 11));
  expect((await brought(months, "pintu", `7\t2026-03-02 07:00:00`)).tally.refused).toEqual([
    { person: siti, month: "2026-03", why: "closed" },
  ]);
});
