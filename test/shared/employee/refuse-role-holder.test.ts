import { expect, test } from "vitest";
import { refuseRoleHolder } from "#shared/employee/change-employee.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { anEmployee } from "../../support/builders.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aGrant, RolesInMemory } from "../../support/roles-in-memory.ts";

const clock = new FakeClock("2026-11-26T03:00:00.000Z");
const actor = { role: "import" } as const;

async function refused(change: Partial<Employee>): Promise<unknown> {
  const siti = anEmployee();
  const roles = new RolesInMemory();
  roles.set(siti.id, aGrant("petugas"));
  const next = revise(siti, change, { at: clock.now(), actor, action: "changed" });
  if (!next) throw new Error("Nothing changes.");
  return await refuseRoleHolder({ roles, clock }, next).catch((error: Error) => error.message);
}

test("nothing by which a role would rest is changed before two operators take it back", async () => {
  for (const change of [{ kedudukanHukum: "77" }, { tmt: "2027-01-01" }, { email: "b@contoh.id" }])
    expect(await refused(change), JSON.stringify(change)).toBe("change-needs-operators");
  for (const change of [{ golongan: "III/d" }, { tmt: "2020-01-01" }])
    expect(await refused(change), JSON.stringify(change)).toBeUndefined();
});
