import { expect, test } from "vitest";
import { endContracts } from "#shared/employee/end-contracts.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const pppk = anEmployee({
  kind: "PPPK",
  golongan: "IX",
  kedudukanHukum: "71",
  contractEnd: "2026-12-31",
});

test("the day after its last day a contract's record says that it ended", async () => {
  const employees = new EmployeesInMemory(pppk);

  expect(await endContracts({ employees, clock: new FakeClock("2026-12-31T16:00:00Z") })).toBe(0);
  expect(await endContracts({ employees, clock: new FakeClock("2026-12-31T17:05:00Z") })).toBe(1);
  expect(await employees.find(pppk.id)).toMatchObject({ kedudukanHukum: "77", revision: 2 });
  expect(employees.history.at(-1)).toMatchObject({
    actor: { role: "system" },
    action: "contract-ended",
  });
});

test("running again changes nothing, and a missed week is made up for", async () => {
  const employees = new EmployeesInMemory(pppk);
  const clock = new FakeClock("2027-01-05T17:05:00Z");

  expect(await endContracts({ employees, clock })).toBe(1);
  expect(await endContracts({ employees, clock })).toBe(0);
});

test("a renewed contract lives on", async () => {
  const employees = new EmployeesInMemory({ ...pppk, contractEnd: "2027-12-31" });

  expect(await endContracts({ employees, clock: new FakeClock("2026-12-31T17:05:00Z") })).toBe(0);
});
