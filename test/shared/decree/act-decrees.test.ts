/** Runs are bounded: what one does not reach, the next ones do, each decree once (decision 0048). */
import { expect, test } from "vitest";
import { AccountHistory } from "#shared/account/account-history.ts";
import { actDecrees } from "#shared/decree/act-decrees.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { aDecree } from "../../support/decree-table-contract.ts";
import { DecreesInMemory } from "../../support/decrees-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { RolesInMemory } from "../../support/roles-in-memory.ts";

const people = Array.from({ length: 300 }, (_, i) =>
  anEmployee({
    ...{ id: `emp_${i}`, email: `${i}@contoh.example` },
    nip: aNip(`198502122010012${i + 101}`),
  }),
);

function setUp() {
  const employees = new EmployeesInMemory(...people);
  const clock = new FakeClock(aDecree.actsAt);
  const decrees = new DecreesInMemory(
    ...people.map(({ id }, i) => ({ ...aDecree, id: `dec_${i}` as const, employeeId: id })),
  );
  const accountHistory = new AccountHistory(new HistoryInMemory());
  const job = { employees, decrees, roles: new RolesInMemory(), accountHistory, clock };
  return { ...job, job };
}

test("a run begins nothing new after two minutes, and the next ones do the rest", async () => {
  const { employees, decrees, clock, job } = setUp();
  const slowly = {
    find: employees.find.bind(employees),
    save: async (...save: Parameters<EmployeesInMemory["save"]>) => {
      clock.advance({ seconds: 1.4 });
      await employees.save(...save);
    },
  };
  const runs: { readonly seconds: number; readonly acted: number; readonly isCut: boolean }[] = [];
  do {
    const begun = clock.now().getTime();
    const { acted, isCut } = await actDecrees({ ...job, employees: slowly });
    runs.push({ seconds: (clock.now().getTime() - begun) / 1000, acted, isCut });
  } while (runs.at(-1)?.isCut && runs.length < 20);

  expect(runs.map(({ isCut }) => isCut)).toEqual([true, true, true, false]);
  for (const { seconds } of runs) expect(seconds).toBeLessThan(130);
  expect(runs.reduce((sum, { acted }) => sum + acted, 0)).toBe(300);
  expect(employees.saves).toHaveLength(300);
  expect(decrees.all.every(({ state }) => state === "acted")).toBe(true);
});

test("what the table has no capacity for is left to the next run, and is no failure", async () => {
  const { employees, job } = setUp();
  const throttled = Object.assign(new Error("busy"), { name: "ThrottlingException" });
  let saves = 0;
  const busy = {
    find: employees.find.bind(employees),
    save: async (...save: Parameters<EmployeesInMemory["save"]>) => {
      if (++saves > 100) throw throttled;
      await employees.save(...save);
    },
  };
  const cut = await actDecrees({ ...job, employees: busy });
  const rest = await actDecrees(job);

  expect(cut).toMatchObject({ acted: 100, isCut: true });
  expect(rest).toMatchObject({ acted: 200, isCut: false });
});

test("two runs at the same time write each record once", async () => {
  const { employees, job } = setUp();
  const runs = await Promise.all([actDecrees(job), actDecrees(job)]);

  expect(runs.reduce((sum, { acted }) => sum + acted, 0)).toBe(300);
  expect(new Set(employees.saves.map(({ after }) => after.id)).size).toBe(300);
  expect(employees.saves).toHaveLength(300);
});
