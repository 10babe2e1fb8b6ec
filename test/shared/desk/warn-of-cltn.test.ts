import { expect, test } from "vitest";
import type { Decree } from "#shared/decree/decree.ts";
import { dueReminder, warnOfCltn } from "#shared/desk/warn-of-cltn.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { anEmployee } from "../../support/builders.ts";
import { aDecree } from "../../support/decree-table-contract.ts";
import { DecreesInMemory } from "../../support/decrees-in-memory.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";

const away = anEmployee({ kedudukanHukum: "02" });
const leave = (position: "02" | "13", tmt: string, until: string): Decree => ({
  ...aDecree,
  ...({ id: `dec_${position}`, kind: "position", state: "acted", tmt, until } as const),
  ...{ employeeId: away.id, from: {}, to: { kedudukanHukum: position } },
});
const first = leave("02", "2027-01-04", "2028-01-03");

async function told(nights: readonly string[], ...decrees: Parameters<typeof dueReminder>[0]) {
  const history = new HistoryInMemory();
  for (const day of nights) {
    const at = new Date(`${day}T00:07:00Z`);
    await warnOfCltn({ history, decrees: new DecreesInMemory(...decrees) }, [away], { day, at });
  }
  const { items } = await history.history({ subjectId: `account#${away.id}`, limit: 9 });
  return items.toReversed().map(({ action, at }) => `${at.slice(0, 10)} ${action}`);
}

const nights = (from: string, count: number) =>
  Array.from({ length: count }, (_, n) => daysAfter(from, n));

test("who is on CLTN is reminded three months before its end and told to report after it, once each", async () => {
  expect(await told(nights("2027-09-01", 200), first)).toEqual([
    "2027-10-03 cltn-ends-soon",
    "2028-01-04 cltn-over",
  ]);
});

test("who is on CLTN for less than three months is reminded when it begins", async () => {
  expect(await told(nights("2027-01-01", 20), leave("02", "2027-01-04", "2027-01-10"))).toEqual([
    "2027-01-04 cltn-ends-soon",
    "2027-01-11 cltn-over",
  ]);
});

test("late nights lose nothing, and an extension moves both days", async () => {
  const longer = leave("13", "2028-01-04", "2028-12-31");
  expect(await told(["2027-10-08", "2028-01-09"], first)).toHaveLength(2);
  expect(await told(nights("2028-01-04", 365 + 20), first, longer)).toEqual([
    "2028-09-30 cltn-ends-soon",
    "2029-01-01 cltn-over",
  ]);
});

test("nobody else is reminded, nor of a decree that has not acted", async () => {
  const history = new HistoryInMemory();
  const decrees = new DecreesInMemory(first);
  const day = { day: "2028-01-04", at: new Date("2028-01-04T00:07:00Z") };
  expect(await warnOfCltn({ history, decrees }, [anEmployee()], day)).toBe(0);
  expect(dueReminder([{ ...first, state: "waiting" }], day.day)).toBeUndefined();
  expect(dueReminder([], day.day)).toBeUndefined();
});
