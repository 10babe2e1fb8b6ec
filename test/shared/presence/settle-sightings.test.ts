import fc from "fast-check";
import { expect, test } from "vitest";
import { type Sighting, settle } from "#shared/presence/settle-sightings.ts";

const sighting = fc.record({
  gate: fc.constantFrom("depan", "samping", "belakang"),
  step: fc.integer({ min: 0, max: 3 }),
  at: fc.integer({ min: 0, max: 5 }),
});
const sightings = fc.array(sighting, { maxLength: 12 });
const said = (each: Sighting) => each;
const sorted = (all: readonly Sighting[]) => all.map((each) => JSON.stringify(each)).sort();

test("of each half minute the first gate counts, and the others are told apart", () => {
  const [depan, samping] = ["depan", "samping"].map((gate, i) => ({ gate, step: 7, at: 9 - i }));
  const later = { gate: "depan", step: 8, at: 40 };

  expect(
    settle(
      [depan, samping, later].flatMap((each) => each ?? []),
      said,
    ),
  ).toEqual({
    first: [samping, later],
    rest: [depan],
  });
});

test("what no code stands behind always counts", () => {
  expect(settle(["07:30", "07:30"], () => undefined)).toEqual({
    first: ["07:30", "07:30"],
    rest: [],
  });
});

test("nothing is lost, and each half minute has exactly one winner", () => {
  fc.assert(
    fc.property(sightings, (all) => {
      const { first, rest } = settle(all, said);
      expect(sorted([...first, ...rest])).toEqual(sorted(all));
      for (const [step, its] of Map.groupBy(all, (each) => each.step)) {
        const winners = new Set(sorted(first.filter((each) => each.step === step)));
        expect(winners.size).toBe(1);
        expect(Math.min(...its.map(({ at }) => at))).toBe(
          first.find((each) => each.step === step)?.at,
        );
      }
    }),
  );
});

test("it does not matter in which order gates tell, nor how often, nor who told before", () => {
  fc.assert(
    fc.property(sightings, sightings, fc.infiniteStream(fc.nat()), (some, more, order) => {
      const all = [...some, ...more];
      const shuffled = [...all, ...some]
        .map((each) => [order.next().value, each] as const)
        .sort(([a], [b]) => a - b)
        .map(([, each]) => each);
      const winners = (of: readonly Sighting[]) => new Set(sorted(settle(of, said).first));

      expect(winners(shuffled)).toEqual(winners(all));
      expect(winners([...settle(some, said).first, ...more])).toEqual(winners(all));
    }),
  );
});
