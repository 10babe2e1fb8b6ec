import { expect, test } from "vitest";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { NationalCalendar } from "#shared/workday/holiday.ts";
import type { WritableWorkCalendars } from "#shared/workday/work-calendars.ts";
import type { AgencyCalendar } from "#shared/workday/work-pattern.ts";

export function aYear(change: Partial<NationalCalendar> = {}): NationalCalendar {
  return {
    ...{ year: 2026, revision: 1 },
    holidays: [
      { day: "2026-08-17", name: "Kemerdekaan", kind: "libur-nasional", source: "SKB contoh" },
      { day: "2026-12-24", name: "Natal", kind: "cuti-bersama", source: "Keppres contoh" },
    ],
    ramadan: [{ from: "2026-02-19", until: "2026-03-20", source: "Kemenag contoh" }],
    ...change,
  };
}

export function anAgencyCalendar(change: Partial<AgencyCalendar> = {}): AgencyCalendar {
  return {
    ...{ instansiId: "ins_contoh", revision: 1 },
    holidays: [
      { day: "2026-06-09", name: "Hari jadi", kind: "libur-daerah", source: "SE Bupati contoh" },
    ],
    patterns: [
      { unitKerja: "UPT Contoh", from: "2026-01-05", daysPerWeek: 6, source: "SK Bupati contoh" },
      { person: "emp_siti", from: "2026-02-02", until: "2026-03-31", daysPerWeek: 5, source: "SK" },
    ],
    ...change,
  };
}

export function calendarLine(subjectId: string, revision: number): AuditEntry {
  return {
    ...{ subjectId, revision, at: "2026-11-21T02:00:00.000Z" },
    ...{ actor: { role: "operator", id: "emp_oka" }, changes: [] },
    action: revision === 1 ? "registered" : "changed",
  };
}

/** All days of the year. */
export const whole = { from: "2026-01-01", until: "2026-12-31" } as const;

/** What every table of calendars does, the fake and the real one. `make` gives an empty table each time. */
export function workCalendarTableContract(make: () => Promise<WritableWorkCalendars>): void {
  test("a year and an agency are found as they were saved, and no other one is", async () => {
    const calendars = await make();
    await calendars.saveNational(aYear(), calendarLine("holidays#2026", 1), whole);
    await calendars.saveAgency(anAgencyCalendar(), calendarLine("calendar#ins_contoh", 1), whole);

    expect(await calendars.national(2026)).toEqual(aYear());
    expect(await calendars.agency("ins_contoh")).toEqual(anAgencyCalendar());
    expect(await calendars.national(2027)).toBeUndefined();
    for (const id of ["ins_other", "2026", ""]) expect(await calendars.agency(id)).toBeUndefined();
    const both = { agency: anAgencyCalendar(), national: [aYear()] };
    expect(await calendars.together("ins_contoh", [2026, 2027])).toEqual(both);
    expect(await calendars.together("", [2027])).toEqual({ agency: undefined, national: [] });
  });

  test("of two changes at once one is saved, and the other one is told", async () => {
    const calendars = await make();
    const taken = { code: "calendar-changed" };
    const years = [aYear(), aYear({ holidays: [] })];
    const ended = await Promise.allSettled(
      years.map((each) => calendars.saveNational(each, calendarLine("holidays#2026", 1), whole)),
    );
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(ended.find(({ status }) => status === "rejected")).toMatchObject({ reason: taken });

    await calendars.saveNational(aYear({ revision: 2 }), calendarLine("holidays#2026", 2), whole);
    const ahead = anAgencyCalendar({ revision: 3 });
    await expect(
      calendars.saveAgency(ahead, calendarLine("calendar#ins_contoh", 3), whole),
    ).rejects.toMatchObject(taken);
    expect(await calendars.agency("ins_contoh")).toBeUndefined();
    expect(await calendars.national(2026)).toMatchObject({ revision: 2 });
  });

  test("each change is noted with its days until somebody has counted again, one that did not happen is not", async () => {
    const calendars = await make();
    const line = (subject: string, revision: number, day: number) => ({
      ...calendarLine(subject, revision),
      at: `2026-11-${day}T02:00:00.000Z`,
    });
    const day = { from: "2026-06-09", until: "2026-06-09" };
    await calendars.saveAgency(anAgencyCalendar(), line("calendar#ins_contoh", 1, 23), day);
    await calendars.saveNational(aYear(), line("holidays#2026", 1, 22), whole);
    const late = calendars.saveNational(aYear(), line("holidays#2026", 1, 24), whole);
    await expect(late).rejects.toMatchObject({ code: "calendar-changed" });

    const [first, second, ...others] = await calendars.uncounted();
    expect(first).toEqual({ id: expect.any(String), ...whole });
    expect(second).toEqual({ id: expect.any(String), ...day, instansiId: "ins_contoh" });
    expect(others).toEqual([]);
    if (first) for (const _ of [1, 2]) await calendars.markCounted(first);
    expect(await calendars.uncounted()).toEqual([second]);
  });
}
