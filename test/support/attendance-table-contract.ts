import { expect, test } from "vitest";
import type { AttendanceMonth } from "#shared/attendance/attendance-month.ts";
import type { AttendanceMonths } from "#shared/attendance/attendance-months.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { at, monthWith, siti } from "./attendance.ts";

export function aMonth(change: Partial<AttendanceMonth> = {}): AttendanceMonth {
  const month = monthWith({
    readings: [at("03-02 07:29", "in"), at("03-02 16:01")],
    absences: [
      {
        ...{ source: "req_1", revision: 1 },
        days: [{ kind: "cuti", from: "2026-03-05", until: "2026-03-06" }],
      },
    ],
    corrections: [
      {
        ...{ id: "req_2", day: "2026-03-03", in: "2026-03-03T07:30", by: "emp_atasan" },
        at: "2026-03-04T02:00:00Z",
      },
    ],
  });
  return { ...month, ...change };
}

const of = { instansiId: "ins_contoh", month: "2026-03" };
const closed = { at: "2026-04-05T00:00:00.000Z", absentInYear: 3, run: 1 };

/** What every table of months does, the fake and the real one. `make` gives an empty table each time. */
export function attendanceTableContract(make: () => Promise<AttendanceMonths>): void {
  test("a month is found as it was saved, by agency, month and person", async () => {
    const months = await make();
    const month = aMonth({ zone: "WIT", closed });

    expect(await months.save(month)).toBe(true);
    expect(await months.find(of, siti)).toEqual(month);
    expect(await months.find({ ...of, month: "2026-02" }, siti)).toBeUndefined();
    expect(await months.find({ ...of, instansiId: "ins_lain" }, siti)).toBeUndefined();
  });

  test("a reading of a gate keeps its half minute, with a way and without", async () => {
    const months = await make();
    const readings = [
      { ...at("03-02 07:29", undefined, "depan"), step: 59_000_000 },
      { ...at("03-02 16:01", "out", "depan"), step: 59_001_000 },
    ];
    await months.save(aMonth({ readings }));

    expect((await months.find(of, siti))?.readings).toEqual(readings);
  });

  test("who was slower is told, and nothing is lost", async () => {
    const months = await make();
    await months.save(aMonth());
    const [one, other] = [aMonth({ revision: 2, readings: [] }), aMonth({ revision: 2 })];

    expect(await months.save(aMonth())).toBe(false);
    expect(await months.save(one)).toBe(true);
    expect(await months.save(other)).toBe(false);
    expect(await months.find(of, siti)).toEqual(one);
  });

  test("an agency's month is listed by people, and no other", async () => {
    const months = await make();
    const people: readonly EmployeeId[] = ["emp_c", "emp_a", "emp_b"];
    for (const person of people) await months.save(aMonth({ person }));
    await months.save(aMonth({ person: "emp_x", month: "2026-04" }));
    await months.save(aMonth({ person: "emp_y", instansiId: "ins_lain" }));
    const found: string[] = [];
    let from: EmployeeId | undefined;
    do {
      const page = await months.list(of, from);
      found.push(...page.items.map(({ person }) => person));
      from = page.next;
    } while (from !== undefined);

    expect(found).toEqual(["emp_a", "emp_b", "emp_c"]);
  });

  test("what closed months came to is told of some of the people", async () => {
    const months = await make();
    const people: readonly EmployeeId[] = ["emp_a", "emp_b", "emp_c", "emp_d"];
    for (const person of people)
      await months.save(aMonth({ person, ...(person !== "emp_b" && { closed }) }));

    expect(await months.closings(of, { first: "emp_a", last: "emp_c" })).toEqual(
      new Map([
        ["emp_a", closed],
        ["emp_c", closed],
      ]),
    );
  });
}
