import { expect, test } from "vitest";
import type { AgencyPart, AgencyPeople } from "#shared/employee/agency-people.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { aNip, anEmployee } from "./builders.ts";

/** What everything that reads an agency part by part does, the fake and the real one. `make` gives an empty table each time. */
export function agencyPeopleContract(
  make: () => Promise<{ people: AgencyPeople; employees: Pick<WritableEmployees, "add"> }>,
): void {
  test("the parts together are everybody of the agency, each once, unit by unit", async () => {
    const { people, employees } = await make();
    for (const [i, unitKerja] of ["B", "A", "B", "A", "C"].entries())
      await add(employees, i, { unitKerja });
    await add(employees, 5, { instansiId: "ins_other" });
    const parts: AgencyPart[] = [await people.part("ins_contoh", { limit: 2 })];
    for (let next = parts[0]?.next; next; next = parts.at(-1)?.next)
      parts.push(await people.part("ins_contoh", { limit: 2, after: next }));
    const found = parts.flatMap((part) => part.people);

    expect(found.map(({ unitKerja }) => unitKerja)).toEqual(["A", "A", "B", "B", "C"]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(5);
    expect(parts.every((part) => part.people.length <= 2 && part.unreadable === 0)).toBe(true);
  });

  test("an agency without people has one empty part", async () => {
    const { people } = await make();

    expect(await people.part("ins_contoh", { limit: 2 })).toEqual({
      ...{ people: [], unreadable: 0, next: undefined },
    });
  });
}

async function add(
  employees: Pick<WritableEmployees, "add">,
  i: number,
  fields: Partial<Parameters<typeof anEmployee>[0]>,
): Promise<void> {
  const id = `emp_${i}` as const;
  const nip = aNip(`19850212201001200${i + 1}`);
  const employee = anEmployee({ id, nip, email: `${i}@contoh.example`, ...fields });
  await employees.add(employee, {
    ...{ subjectId: id, revision: 1, at: employee.updatedAt, actor: { role: "import" } },
    ...{ action: "registered", changes: [] },
  });
}
