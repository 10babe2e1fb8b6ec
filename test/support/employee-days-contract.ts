import { expect, test } from "vitest";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { confirmStatus } from "#shared/employee/revision.ts";
import { aNip, anEmployee, asGiven } from "./builders.ts";

type Employees = Pick<WritableEmployees, "add" | "save" | "contractsEndingOn" | "startingOn">;

/** What every employee table does for who begins or ends on a day; part of employee-table-contract.ts. */
export function employeeDaysContract(make: () => Employees | Promise<Employees>): void {
  const siti = anEmployee({ photoId: undefined });
  const entry = {
    subjectId: siti.id,
    revision: 1,
    at: siti.updatedAt,
    actor: { role: "import" },
    action: "registered",
    changes: [],
  } as const;

  test("contracts are found by their last day", async () => {
    const employees = await make();
    const pppk = anEmployee({
      kind: "PPPK",
      nip: aNip("198502122024211001"),
      golongan: "IX",
      contractEnd: "2026-12-31",
      photoId: undefined,
    });
    await employees.add(pppk, entry);

    const ending = await Array.fromAsync(employees.contractsEndingOn("2026-12-31"));
    expect(ending.map(asGiven)).toEqual([pppk]);
    expect(await Array.fromAsync(employees.contractsEndingOn("2026-12-30"))).toEqual([]);
  });

  test("who waits for the first day is found by it, until a save on that day", async () => {
    const employees = await make();
    const newcomer = { ...siti, tmt: "2026-12-01" };
    await employees.add(newcomer, entry);
    expect(await Array.fromAsync(employees.startingOn("2026-12-01", "WIB"))).toEqual([siti.id]);
    expect(await Array.fromAsync(employees.startingOn("2026-12-02", "WIB"))).toEqual([]);

    const told = { at: new Date("2026-12-01T03:00:00Z"), actor: { role: "system" } } as const;
    await employees.save(confirmStatus(newcomer, { ...told, action: "appointment-begun" }));
    expect(await Array.fromAsync(employees.startingOn("2026-12-01", "WIB"))).toEqual([]);
  });

  test("who begins in another zone is found by that zone alone", async () => {
    const employees = await make();
    await employees.add({ ...siti, zone: "WIT", tmt: "2026-12-01" }, entry);

    expect(await Array.fromAsync(employees.startingOn("2026-12-01", "WIT"))).toEqual([siti.id]);
    expect(await Array.fromAsync(employees.startingOn("2026-12-01", "WIB"))).toEqual([]);
  });
}
