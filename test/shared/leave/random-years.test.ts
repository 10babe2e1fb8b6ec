/** What holds of every ledger, whatever happened to its person in random years. */

import { expect, test } from "vitest";
import { freeIn, lotsIn } from "#shared/leave/leave-balance.ts";
import { accountOf, freeOf, post } from "#shared/leave/leave-ledger.ts";
import { movementKinds } from "#shared/leave/leave-movement.ts";
import { yearOf } from "#shared/leave/leave-span.ts";
import { everyLife } from "../../support/leave-life.ts";
import { firstYear } from "../../support/leave-person.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

test("no lot and no request goes below zero", () => {
  everyLife((person) => {
    const { lots, held } = person.account();
    expect(lots.filter((lot) => freeOf(lot) < 0 || lot.taken < 0 || lot.reserved < 0)).toEqual([]);
    expect(held.filter(({ reserved, taken }) => reserved < 0 || taken < 0)).toEqual([]);
  });
});

test("it replays to the same balance, also when every movement comes twice", () => {
  everyLife(
    (person) => {
      const once = person.account();
      expect(accountOf([...person.movements])).toEqual(once);
      expect(accountOf(person.movements.flatMap((each) => [each, each]))).toEqual(once);
      expect(post(person.movements, person.movements)).toEqual({
        ok: true,
        movements: person.movements,
      });
    },
    { numRuns: 20 },
  );
});

test("no day is counted twice: what is taken of a year are its days of leave, each once", () => {
  everyLife((person) => {
    const days = [...person.days.values()].flat();
    expect(new Set(days).size).toBe(days.length);
    const account = person.account();
    for (let year = firstYear; year <= person.year + 1; year += 1) {
      const taken = sum(lotsIn(account, year).map((lot) => lot.taken));
      expect(days.filter((day) => yearOf(day) === year).length).toBe(taken);
    }
  });
});

test("a day of a right is in one place: free, held, taken, lost or lapsed", () => {
  everyLife((person) => {
    const { lots } = person.account();
    const given = person.movements.filter(({ kind }) =>
      ["grant", "joint-leave", "correction"].includes(kind),
    );
    for (const source of new Set(given.map((each) => each.source))) {
      const own = lots.filter((lot) => lot.source === source);
      const where = own.map(
        (lot) => freeOf(lot) + lot.reserved + lot.taken + lot.forfeited + lot.lapsed,
      );
      expect(sum(where)).toBe(
        sum(given.filter((each) => each.source === source).map(({ days }) => days)),
      );
    }
  });
});

test("a year that is opened holds at most what the ceilings allow, and closes the one before", () => {
  everyLife(
    (person) => {
      const opened = person.opened();
      person.movements = opened;
      expect(person.opened()).toEqual(opened);
      const account = accountOf(opened);
      for (let year = firstYear; year < person.year; year += 1)
        expect(freeIn(account, year)).toBe(0);
      const isCorrected = person.movements.some(({ kind }) => kind === "correction");
      const brought = sum(
        lotsIn(account, person.year).map((lot) => (lot.source < person.year ? lot.brought : 0)),
      );
      const had = sum(
        lotsIn(account, person.year).map((lot) => lot.brought + (lot.joint ? 0 : lot.granted)),
      );
      expect(brought).toBeLessThanOrEqual(12);
      if (!isCorrected) expect(had).toBeLessThanOrEqual(24);
    },
    { numRuns: 12 },
  );
});

test("these lives see every movement, years opened again, and leaves over New Year", () => {
  const seen = new Set<string>();
  everyLife(
    ({ movements, days }) => {
      for (const { kind, cause } of movements) {
        seen.add(kind);
        if (/^open-.*#/.test(cause)) seen.add("opened again");
      }
      for (const leave of days.values()) {
        if (new Set(leave.map(yearOf)).size > 1) seen.add("over New Year");
      }
    },
    { numRuns: 60, seed: 17 },
  );

  expect([...seen].sort()).toEqual([...movementKinds, "opened again", "over New Year"].sort());
});
