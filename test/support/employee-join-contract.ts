import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { eraseRecord } from "#shared/employee/erase-record.ts";
import { joinRecords, revise } from "#shared/employee/revision.ts";
import { aNip, anEmployee, asGiven, withoutEmail } from "./builders.ts";

const at = new Date("2026-11-21T03:00:00Z");
const told = { at, actor: { role: "officer", id: "emp_budi" }, approvedBy: "emp_rahayu" } as const;

/** Of two records of one person, as every employee table joins them. */
export function employeeJoinContract(
  make: () => WritableEmployees | Promise<WritableEmployees>,
): void {
  const siti = anEmployee({ photoId: undefined });
  const twin = anEmployee({
    ...{ id: "emp_twin", nip: aNip("199001012015031001"), email: "twin@contoh.example" },
    ...{ name: "Siti Rachma", photoId: undefined },
  });
  const filled = async (...people: readonly Employee[]) => {
    const employees = await make();
    for (const person of people)
      await employees.add(person, {
        ...{ subjectId: person.id, revision: 1, at: person.updatedAt, changes: [] },
        ...{ action: "registered", actor: { role: "import" } },
      });
    return employees;
  };
  const both = { survivor: siti, joined: twin };

  test("a transaction is held to the record that was read", async () => {
    const other = withoutEmail(
      anEmployee({ id: "emp_other", nip: aNip("199001012015031002"), photoId: undefined }),
    );
    const employees = await filled(siti, twin, other);
    const next = revise(other, { golongan: "III/d" }, { ...told, action: "changed" });
    if (!next) throw new Error("nothing changed");
    await employees.save(next);
    const joining = joinRecords(both, {}, told);

    await expect(employees.join(joining, employees.unchanged(other))).rejects.toMatchObject({
      code: "decision-raced",
    });
    expect(await employees.find(twin.id)).toMatchObject({ revision: 1 });
    await employees.join(joining, employees.unchanged(next.after));
    expect(await employees.find(twin.id)).toMatchObject({ joinedInto: siti.id });
  });

  test("both are saved: the numbers lead to the survivor, and nobody signs in by the former one", async () => {
    const employees = await filled(siti, twin);
    await employees.join(joinRecords(both, { golongan: "III/c" }, told));

    expect(await employees.find(siti.id)).toMatchObject({
      ...{ nip: siti.nip, golongan: "III/c", revision: 2, email: siti.email },
      formerNips: [{ nip: twin.nip }],
      joinedRecords: [{ id: twin.id, nip: twin.nip }],
    });
    expect(await employees.find(twin.id)).toMatchObject({ joinedInto: siti.id, revision: 2 });
    expect(await employees.idOf(twin.nip)).toBe(siti.id);
    expect(await employees.findByNip(twin.nip)).toBeUndefined();
    expect((await employees.findByNip(siti.nip))?.id).toBe(siti.id);
    expect(await employees.idOfEmail(twin.email)).toBeUndefined();
  });

  test("the survivor takes the address of the other one, and its own is free", async () => {
    const employees = await filled(siti, twin);
    await employees.join(joinRecords(both, { email: twin.email }, told));

    expect(await employees.idOfEmail(twin.email)).toBe(siti.id);
    expect(await employees.idOfEmail(siti.email)).toBeUndefined();
  });

  test("nothing is saved when one of both has changed, or the address is somebody else's by now", async () => {
    const employees = await filled(siti, twin);
    const joining = joinRecords(both, {}, told);
    const next = revise(twin, { jabatan: "Arsiparis" }, { ...told, action: "changed" });
    if (!next) throw new Error("nothing changed");
    await employees.save(next);

    await expect(employees.join(joining)).rejects.toMatchObject({ code: "record-changed" });
    expect(asGiven(await employees.find(siti.id))).toEqual(siti);
    expect(await employees.idOf(twin.nip)).toBe(twin.id);
  });

  test("what was joined is in no list by word or unit, goes on in that of who has left, and can be erased", async () => {
    const employees = await filled(siti, twin);
    await employees.join(joinRecords(both, {}, told));
    const found = async (words: readonly string[], units?: readonly string[]) => {
      const query = { instansiId: siti.instansiId, words, units, limit: 9, fits: () => true };
      return (await employees.search(query)).items.map(({ id }) => id);
    };

    expect(await found(["rachma"])).toEqual([]);
    expect(await found([], [siti.unitKerja])).toEqual([siti.id]);
    expect(await found([])).toContain(twin.id);
    const joined = await employees.find(twin.id);
    if (!joined) throw new Error("gone");
    await employees.save(eraseRecord(joined, at, { role: "system" }));
    expect(await employees.idOf(twin.nip)).toBe(siti.id);
    await employees.list((await employees.find(siti.id)) ?? siti);
    expect(await employees.idOf(twin.nip)).toBe(siti.id);
  });

  test("a joined record that was joined before brings all its numbers and records along", async () => {
    const third = anEmployee({
      ...{ id: "emp_third", nip: aNip("199101012015031001"), email: "third@contoh.example" },
      photoId: undefined,
    });
    const employees = await filled(siti, twin, third);
    await employees.join(joinRecords({ survivor: twin, joined: third }, {}, told));
    const [one, two] = [await employees.find(siti.id), await employees.find(twin.id)];
    if (!one || !two) throw new Error("gone");
    await employees.join(joinRecords({ survivor: one, joined: two }, {}, told));

    expect(await employees.idOf(third.nip)).toBe(siti.id);
    expect((await employees.find(siti.id))?.joinedRecords?.map(({ id }) => id)).toEqual([
      third.id,
      twin.id,
    ]);
  });
}
