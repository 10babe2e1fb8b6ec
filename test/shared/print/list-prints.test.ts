import { expect, test } from "vitest";
import { listPrints } from "#shared/print/list-prints.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aPrint } from "../../support/print-table-contract.ts";
import { PrintsInMemory } from "../../support/prints-in-memory.ts";

const budi = { employeeId: "emp_budi", instansiId: "ins_contoh", units: undefined } as const;

test("of very many prints the fifty newest are listed", async () => {
  const prints = new PrintsInMemory();
  const endOf = (i: number) => `2026-11-22T03:${String(i).padStart(2, "0")}:00.000Z`;
  for (let i = 0; i < 52; i++)
    await prints.add(aPrint({ id: `prt_${String(i).padStart(26, "0")}`, endsAt: endOf(i) }));
  const clock = new FakeClock("2026-11-21T04:00:00.000Z");

  const listed = await listPrints({ employees: new EmployeesInMemory(), prints, clock }, budi);

  const newest = Array.from({ length: 50 }, (_, i) => endOf(51 - i));
  expect(listed.map(({ endsAt }) => endsAt)).toEqual(newest);
});
