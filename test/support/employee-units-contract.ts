import { expect, test } from "vitest";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { aNip, anEmployee } from "./builders.ts";

type Employees = Pick<WritableEmployees, "add" | "inUnit" | "idsInUnit" | "countIn" | "countAll">;

/** What every employee table does for units; part of employee-table-contract.ts. */
export function employeeUnitsContract(make: () => Employees | Promise<Employees>): void {
  const { instansiId: own, updatedAt: at } = anEmployee();
  const registered = (subjectId: string): AuditEntry => ({
    subjectId,
    revision: 1,
    at,
    actor: { role: "import" },
    action: "registered",
    changes: [],
  });

  /** @param units where people work, one after the other; of another agency with "@" before it */
  async function withUnits(...units: string[]): Promise<Employees> {
    const employees = await make();
    for (const [i, name] of units.entries()) {
      const id = `emp_${i}` as const;
      const nip = aNip(`19850212201001200${i + 1}`);
      const unitKerja = name.replace("@", "");
      const instansiId = unitKerja === name ? own : "ins_other";
      await employees.add(
        anEmployee({ id, nip, email: `${i}@contoh.example`, unitKerja, instansiId }),
        registered(id),
      );
    }
    return employees;
  }

  test("a unit is its agency's own, and found by its whole name", async () => {
    const unit = "Dinas Kesehatan";
    const employees = await withUnits(unit, unit, `${unit} Hewan`, `@${unit}`);
    const found = await Array.fromAsync(employees.inUnit({ instansiId: own, unitKerja: unit }));

    expect(found.map(({ id }) => id).sort()).toEqual(["emp_0", "emp_1"]);
  });

  test("its people are counted up to a limit, and read in parts", async () => {
    const unitKerja = "Dinas Kesehatan";
    const employees = await withUnits(unitKerja, unitKerja, unitKerja, "Dinas", `@${unitKerja}`);
    const unit = { instansiId: own, unitKerja };
    const first = await employees.idsInUnit(unit, { limit: 2 });
    const second = await employees.idsInUnit(unit, { limit: 2, after: first.next });

    expect([...first.ids, ...second.ids].sort()).toEqual(["emp_0", "emp_1", "emp_2"]);
    expect([first.ids.length, second.next]).toEqual([2, undefined]);
    expect([await employees.countIn(unit, 9), await employees.countIn(unit, 2)]).toEqual([3, 2]);
    expect([await employees.countAll(own), await employees.countAll("ins_none")]).toEqual([4, 0]);
    expect(await employees.countAll(own, ["PNS", "PPPK"])).toBe(4);
    expect(await employees.countAll(own, ["PPPK"])).toBe(0);
  });
}
