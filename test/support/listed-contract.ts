import { expect, test } from "vitest";
import { type Employee, isEmployeeId } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { failEmail, revise } from "#shared/employee/revision.ts";
import { aNip, anEmployee } from "./builders.ts";

type Employees = Pick<WritableEmployees, "add" | "save" | "listed">;

/** What every employee table does for the lists of people that somebody has to look at; part of employee-table-contract.ts. */
export function listedContract(make: () => Employees | Promise<Employees>): void {
  const { instansiId: own } = anEmployee();
  const told = { at: new Date("2026-11-22T03:00:00Z"), actor: { role: "system" } } as const;

  /** People whose addresses failed on these days of November, one after the other. @returns their newest records */
  async function withFailed(employees: Employees, ...days: string[]): Promise<Employee[]> {
    const all: Employee[] = [];
    for (const [i, day] of days.entries()) {
      const id = `emp_${"abcd"[i]}`;
      if (!isEmployeeId(id)) throw new Error("More days than letters.");
      const nip = aNip(`19850212201001200${i + 1}`);
      const before = anEmployee({ id, nip, email: `${i}@contoh.example` });
      await employees.add(before, {
        ...{ subjectId: id, revision: 1, at: before.updatedAt, actor: told.actor },
        ...{ action: "registered", changes: [] },
      });
      const failed = failEmail(before, { ...told, at: new Date(`2026-11-${day}T03:00:00Z`) });
      await employees.save(failed);
      all.push(failed.after);
    }
    return all;
  }

  test("who cannot be sent mails is listed page by page, longest first", async () => {
    const employees = await make();
    await withFailed(employees, "23", "22", "22");
    const first = await employees.listed("undeliverable", own, { limit: 2 });
    const rest = await employees.listed("undeliverable", own, { limit: 2, after: first[1] });
    const single = await employees.listed("undeliverable", own, { limit: 1 });
    const others = await employees.listed("undeliverable", own, { limit: 9, after: single[0] });

    expect(first.map(({ id }) => id).sort()).toEqual(["emp_b", "emp_c"]);
    expect(rest).toEqual([{ id: "emp_a", since: "2026-11-23T03:00:00.000Z" }]);
    expect([...single, ...others].map(({ id }) => id).sort()).toEqual(["emp_a", "emp_b", "emp_c"]);
    expect(await employees.listed("undeliverable", "ins_other", { limit: 9 })).toEqual([]);
  });

  test("who has another address is listed no more", async () => {
    const employees = await make();
    const [siti] = await withFailed(employees, "22");
    if (!siti) throw new Error("Nobody was added.");
    const next = revise(siti, { email: "baru@contoh.example" }, { ...told, action: "changed" });
    if (!next) throw new Error("nothing changed");
    await employees.save(next);

    expect(await employees.listed("undeliverable", own, { limit: 9 })).toEqual([]);
  });

  test("who has no photo is listed since the registration, until there is one or the card has ended", async () => {
    const employees = await make();
    const without = { photoId: undefined, registeredAt: "2026-11-20T03:00:00.000Z" };
    const idsIn = async () =>
      (await employees.listed("no-photo", own, { limit: 9 })).map(({ id }) => id).sort();
    const changes = [
      ["emp_a", { jabatan: "Arsiparis" }],
      ["emp_b", { photoId: "pho_b" }],
      ["emp_c", { kedudukanHukum: "99" }],
    ] as const;
    for (const [i, [id, change]] of changes.entries()) {
      const nip = aNip(`19850212201001200${i + 1}`);
      const person = anEmployee({ id, nip, email: `${id}@contoh.example`, ...without });
      const entry = { subjectId: id, revision: 1, at: person.updatedAt, actor: told.actor };
      await employees.add(person, { ...entry, action: "registered", changes: [] });
      const next = revise(person, change, { ...told, action: "changed" });
      expect(await idsIn()).toContain(id);
      if (next) await employees.save(next);
    }

    expect(await employees.listed("no-photo", own, { limit: 9 })).toEqual([
      { id: "emp_a", since: without.registeredAt },
    ]);
  });
}
