import { expect, test } from "vitest";
import type { AbsenceChange, LeaveLedgers } from "#shared/leave/leave-ledgers.ts";
import type { Movement } from "#shared/leave/leave-movement.ts";

export const aMovement = (change: Partial<Movement> = {}): Movement => ({
  ...({ kind: "grant", year: 2026, source: 2026, days: 12 } as const),
  ...{ cause: "grant-2026", on: "2026-11-21", ...change },
});

export const anAbsence = (change: Partial<AbsenceChange> = {}): AbsenceChange => ({
  ...({ request: "req_1", person: "emp_siti", from: "2026-12-21", to: "2026-12-23" } as const),
  ...{ isGiven: false, place: { instansiId: "ins_contoh", unitKerja: "Bagian Umum" } },
  ...change,
});

export const aStoredLeave = {
  ...({ id: "req_1", kind: "tahunan", from: "2026-12-21", to: "2026-12-23" } as const),
  isGiven: false,
};

/** What every table of ledgers does, the fake and the real one. `make` gives an empty table each time. */
export function leaveLedgerContract(make: () => Promise<LeaveLedgers>): void {
  test("movements of several years come back in the order in which they were posted", async () => {
    const ledgers = await make();
    const empty = await ledgers.find("emp_siti");
    expect(empty).toEqual({ person: "emp_siti", revision: 0, movements: [], leaves: [] });
    const first = [aMovement(), aMovement({ year: 2027, source: 2027, cause: "grant-2027" })];
    await ledgers.save(empty, { movements: first, leaves: [aStoredLeave] }, undefined);
    const found = await ledgers.find("emp_siti");
    expect(found).toEqual({
      ...{ person: "emp_siti", revision: 1, movements: first, leaves: [aStoredLeave] },
    });

    const more = [...first, aMovement({ kind: "reserve", days: 3, cause: "a", leave: "req_1" })];
    await ledgers.save(found, { movements: more, leaves: [] }, undefined);
    expect((await ledgers.find("emp_siti")).movements).toEqual(more);
    expect((await ledgers.find("emp_ani")).movements).toEqual([]);
  });

  test("of two who read the same ledger one writes", async () => {
    const ledgers = await make();
    const seen = await ledgers.find("emp_siti");
    await ledgers.save(seen, { movements: [aMovement()], leaves: [] }, undefined);
    await expect(
      ledgers.save(seen, { movements: [aMovement({ days: 6 })], leaves: [] }, anAbsence()),
    ).rejects.toMatchObject({ code: "leave-moved" });
    expect((await ledgers.find("emp_siti")).movements).toEqual([aMovement()]);
    expect(await ledgers.away(anAbsence().place ?? unit, anAbsence())).toEqual([]);
  });

  test("who of a unit is away on some days", async () => {
    const ledgers = await make();
    const { place: _place, ...told } = anAbsence();
    const save = async (absence: AbsenceChange) => {
      const before = await ledgers.find(absence.person);
      await ledgers.save(before, before, absence);
    };
    await save(anAbsence());
    await save(anAbsence({ request: "req_2", from: "2026-12-24", to: "2026-12-30" }));
    await save(anAbsence({ request: "req_3", place: { ...unit, unitKerja: "Bagian Hukum" } }));
    const days = { from: "2026-12-23", to: "2026-12-23" };
    expect(await ledgers.away(unit, days)).toEqual([told]);
    const whole = { ...told, unitKerja: "Bagian Umum" };
    const elsewhere = { ...told, request: "req_3", unitKerja: "Bagian Hukum" };
    const inAgency = async (agency: string) =>
      (await ledgers.awayIn(agency, days)).toSorted((a, b) => a.request.localeCompare(b.request));
    expect(await inAgency("ins_contoh")).toEqual([whole, elsewhere]);
    expect(await inAgency("ins_lain")).toEqual([]);
    await save(anAbsence({ isGiven: true }));
    expect(await ledgers.away(unit, days)).toEqual([{ ...told, isGiven: true }]);
    await save(anAbsence({ place: undefined }));
    expect(await ledgers.away(unit, days)).toEqual([]);
    expect(await inAgency("ins_contoh")).toEqual([elsewhere]);
  });
}

const unit = { instansiId: "ins_contoh", unitKerja: "Bagian Umum" };
