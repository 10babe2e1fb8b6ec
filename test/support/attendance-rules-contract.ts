import { expect, test } from "vitest";
import {
  type AgencyRules,
  type AttendanceRuleBook,
  noRules,
  peopleByPin,
} from "#shared/attendance/attendance-rules.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { door, siti } from "./attendance.ts";

const instansiId = "ins_contoh";

/** With one of everything. */
export function attendanceRules(change: Partial<AgencyRules> = {}): AgencyRules {
  return {
    ...noRules(instansiId),
    machines: [{ ...door, clocks: [{ from: "2026-03-02T00:00:00", minutes: 7 }] }],
    schedules: [
      {
        ...{ unitKerja: "IGD", from: "2026-03-01", overHolidays: true, source: "Jadwal contoh" },
        cycle: [{ start: "21:00", end: "07:00", breakMinutes: 60 }, null],
      },
    ],
    terms: [
      {
        ...{ term: "graceMinutes", value: 5, from: "2026-01-01", source: "SK contoh" },
        certainty: "practice",
      },
    ],
    revision: 1,
    ...change,
  };
}

export function rulesEntry(revision = 1): AuditEntry {
  return {
    ...{ subjectId: `attendance#${instansiId}`, revision, at: "2026-03-02T00:00:00.000Z" },
    ...{ actor: { role: "officer", id: "emp_putu" }, action: "changed", reason: "SK" },
    changes: [],
  };
}

/** What every book of rules does, the fake and the real one. `make` gives an empty one each time. */
export function attendanceRulesContract(make: () => Promise<AttendanceRuleBook>): void {
  test("rules are found as they were saved, and who was slower is refused", async () => {
    const book = await make();
    expect(await book.find(instansiId)).toBeUndefined();
    await book.save(attendanceRules(), rulesEntry());

    expect(await book.find(instansiId)).toEqual(attendanceRules());
    await expect(book.save(attendanceRules(), rulesEntry())).rejects.toMatchObject({
      code: "attendance-changed",
    });
  });

  test("numbers are of one machine; one of two people is nobody's", async () => {
    const book = await make();
    const of = { instansiId, machine: "pintu" };
    await book.savePins({ ...of, person: siti, pins: ["7", "12"], revision: 1 });
    await book.savePins({ ...of, person: "emp_budi", pins: ["7"], revision: 1 });
    await book.savePins({ ...of, machine: "lain", person: siti, pins: ["9"], revision: 1 });

    expect(peopleByPin(await book.pinsOf(of))).toEqual(
      new Map([
        ["7", "two"],
        ["12", siti],
      ]),
    );
    await expect(
      book.savePins({ ...of, person: siti, pins: [], revision: 1 }),
    ).rejects.toMatchObject({ code: "attendance-changed" });
  });
}
