import fc from "fast-check";
import { expect, test } from "vitest";
import {
  insertionProblem,
  type Registered,
  registerYear,
  reportOf,
} from "#shared/letter/number-register.ts";

const entry = (urut: number, change: Partial<Registered> = {}): Registered => ({
  ...({ instansiId: "ins_contoh", year: "2026", state: "reserved", letter: "ltr_1" } as const),
  ...{ urut, at: "2026-12-01T02:00:00.000Z", ...change },
});

test("the report has a line for each number: none is missing without a reason", () => {
  const inserted = entry(1, { inserted: 1, state: "fixed" });
  const lines = reportOf({
    ...{ last: 4, given: new Map([[3, "ltr_dead"]]) },
    entries: [inserted, entry(1, { state: "fixed" }), entry(2, { state: "void", reason: "Batal" })],
  });

  expect(lines.map(({ urut, state }) => `${urut} ${state}`)).toEqual([
    "1 fixed",
    "1 fixed",
    "2 void",
    "3 given",
    "4 unexplained",
  ]);
  expect(lines[1]).toBe(inserted);
});

test("whatever was written, every number up to the last has its line, in order", () => {
  const register = fc.record({
    last: fc.integer({ min: 0, max: 30 }),
    given: fc.array(fc.integer({ min: 1, max: 30 })),
    entries: fc.array(
      fc.record({
        urut: fc.integer({ min: 1, max: 30 }),
        inserted: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      }),
    ),
  });
  fc.assert(
    fc.property(register, ({ last, given, entries }) => {
      const known = entries.map(({ urut, inserted }) =>
        entry(urut, inserted === undefined ? {} : { inserted }),
      );
      const lines = reportOf({
        ...{ last, entries: known },
        given: new Map(given.map((urut) => [urut, "ltr_1"] as const)),
      });
      const own = [...new Set(lines.map(({ urut }) => urut))];
      const highest = Math.max(last, ...known.map(({ urut }) => urut));
      expect(own).toEqual(Array.from({ length: highest }, (_, i) => i + 1));
      for (const each of known) expect(lines).toContain(each);
      const open = lines.filter(({ state }) => state === "unexplained");
      for (const { urut } of open)
        expect(
          given.includes(urut) ||
            known.some((each) => each.urut === urut && each.inserted === undefined),
        ).toBe(false);
    }),
  );
});

test("the year is that of the agency's own midnight", () => {
  const newYear = new Date("2026-12-31T15:30:00.000Z");
  expect(registerYear("WIT", newYear)).toBe("2027");
  expect(registerYear("WIB", newYear)).toBe("2026");
});

test("a number is inserted where its day fits, up to two digits", () => {
  const entries = [
    entry(1, { state: "fixed", day: "2026-03-01" }),
    entry(2, { state: "void", reason: "Batal" }),
    entry(3, { state: "fixed", day: "2026-03-20" }),
  ];
  const problem = (after: number, day: string, known = entries) =>
    insertionProblem({ last: 3, entries: known }, { after, day, today: "2026-12-01" });

  expect(problem(1, "2026-03-10")).toBeUndefined();
  expect(problem(1, "2026-03-20")).toBeUndefined();
  expect(problem(1, "2026-03-21")).toBe("day-too-late");
  expect(problem(3, "2026-03-19")).toBe("day-too-early");
  expect(problem(3, "2026-12-02")).toBe("day-too-late");
  expect(problem(4, "2026-04-01")).toBe("number-unknown");
  expect(problem(0, "2026-01-01")).toBe("number-unknown");
  const many = Array.from({ length: 99 }, (_, i) => entry(1, { inserted: i + 1 }));
  expect(problem(1, "2026-03-10", [...entries, ...many])).toBe("number-full");
});
