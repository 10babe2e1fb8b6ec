import fc from "fast-check";
import { expect, test } from "vitest";
import { exemptionIn } from "#shared/training/exempt.ts";
import { claimFindings, externalClaim } from "#shared/training/external-claim.ts";
import {
  counting,
  jpIn,
  type LearningEntry,
  learningEntry,
  numberKeyOf,
  yearOfLearning,
} from "#shared/training/learning-ledger.ts";

function anEntry(change: Partial<LearningEntry> = {}): LearningEntry {
  return {
    ...({ source: "own", number: "B.589/BKPSDM/V/2027", name: "Arsip", form: "teknis" } as const),
    ...{ organiser: "BKPSDM", endedOn: "2027-05-12", jp: 12, ...change },
  };
}

test("JP count in the year in which the training ended, also when it began in the one before", () => {
  const entries = [anEntry({ endedOn: "2028-01-02" }), anEntry({ number: "2", jp: 8 })];

  expect([jpIn(entries, 2027), jpIn(entries, 2028), jpIn(entries, 2029)]).toEqual([8, 12, 0]);
});

test("one number counts once, however it is spelt, and the own certificate before a claim of it", () => {
  const claim = anEntry({ source: "external", number: "b-589 / bkpsdm / v / 2027", jp: 40 });

  expect(jpIn([claim, anEntry()], 2027)).toBe(12);
  expect(numberKeyOf("B.0589/BKPSDM")).toBe(numberKeyOf("b 589-bkpsdm"));
  expect(numberKeyOf("589/1")).not.toBe(numberKeyOf("58/91"));
});

test("what was withdrawn counts no more, and lets its number be claimed anew", () => {
  const gone = anEntry({ withdrawnOn: "2027-06-01" });

  expect(jpIn([gone], 2027)).toBe(0);
  expect(jpIn([gone, anEntry({ jp: 9 })], 2027)).toBe(9);
});

test("whatever is entered, and in whatever order, no number counts twice and nothing is lost", () => {
  const numbers = ["1/2027", "01/2027", "2/2027", "A-2", "a.2", "X"];
  const entry = fc.record({
    source: fc.constantFrom("own" as const, "external" as const),
    number: fc.constantFrom(...numbers),
    year: fc.integer({ min: 2026, max: 2028 }),
    jp: fc.integer({ min: 1, max: 40 }),
    gone: fc.boolean(),
  });
  const asked = fc.array(entry, { maxLength: 20 });
  fc.assert(
    fc.property(asked, fc.nat(), (made, turn) => {
      const entries = made.map(({ year, gone, ...each }) =>
        anEntry({ ...each, endedOn: `${year}-06-30`, ...(gone && { withdrawnOn: "2028-12-31" }) }),
      );
      const counted = counting(entries);
      const keys = counted.map(({ number }) => numberKeyOf(number));
      const valid = entries.filter(({ withdrawnOn }) => withdrawnOn === undefined);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(valid.map(({ number }) => numberKeyOf(number)))).toEqual(new Set(keys));
      const at = entries.length === 0 ? 0 : turn % entries.length;
      const turned = [...entries.slice(at), ...entries.slice(0, at)];
      const years = [2026, 2027, 2028];
      // Of two that are alike in source and day the first stays: the sum of all years needs no order otherwise.
      const isPlain = new Set(valid.map(({ number }) => numberKeyOf(number))).size === valid.length;
      if (isPlain)
        expect(years.map((year) => jpIn(turned, year))).toEqual(
          years.map((year) => jpIn(entries, year)),
        );
    }),
  );
});

test("a year is told against the target, and who is short by how much", () => {
  const learner = { kind: "PNS", entries: [anEntry()], exempt: [] } as const;

  expect(yearOfLearning(learner, 2027)).toEqual({ year: 2027, jp: 12, target: 20, short: 8 });
  expect(yearOfLearning({ ...learner, entries: [anEntry({ jp: 30 })] }, 2027)).toMatchObject({
    ...{ jp: 30, short: 0 },
  });
});

test("CLTN and tugas belajar take somebody out of the target of a year that they touch", () => {
  const exempt = [{ why: "cltn", from: "2026-12-31", until: "2027-01-01" }] as const;
  const learner = { kind: "PNS", entries: [], exempt } as const;
  const years = [2026, 2027, 2028].map((year) => yearOfLearning(learner, year).short);

  expect(years).toEqual([0, 0, 20]);
  expect(yearOfLearning(learner, 2027)).toMatchObject({ exempt: "cltn", target: 0 });
});

test("an agency may ask for the whole year; a tugas belajar that goes on covers it", () => {
  const whole = { exemptWhen: "whole-year" } as const;
  const studying = [{ why: "tugas-belajar", from: "2027-09-01" }] as const;

  expect(exemptionIn(2027, studying, whole)).toBeUndefined();
  expect(exemptionIn(2028, studying, whole)).toBe("tugas-belajar");
  expect(exemptionIn(2027, studying, { exemptWhen: "any-day" })).toBe("tugas-belajar");
});

test("a claim of a number that counts already is refused, and one that somebody else has is told", () => {
  const counted = [anEntry()];
  const asked = { today: "2027-06-01", counted, heldByOther: false };
  const claim = { endedOn: "2027-05-20", number: "B589" };

  expect(claimFindings(claim, asked)).toEqual([]);
  expect(claimFindings({ endedOn: "2027-06-02", number: "b.589/bkpsdm/v/2027" }, asked)).toEqual([
    { field: "endedOn", code: "ends-in-future", stops: "claim" },
    { field: "number", code: "number-counted", stops: "claim" },
  ]);
  expect(claimFindings({ ...claim, number: "-" }, asked)).toMatchObject([
    { code: "number-without-letters-or-digits" },
  ]);
  expect(claimFindings(claim, { ...asked, heldByOther: true })).toEqual([
    { field: "number", code: "number-of-other", stops: "nothing" },
  ]);
});

test("entries and claims are kept as they are read", () => {
  const claim = {
    ...({
      person: "emp_siti",
      form: "seminar",
      name: "Seminar",
      organiser: "Universitas",
    } as const),
    ...({ number: "1", endedOn: "2027-05-12", jp: 3, file: "evd_1", state: "claimed" } as const),
  };

  expect(learningEntry.parse(anEntry())).toEqual(anEntry());
  expect(externalClaim.safeParse({ ...claim, jp: 0 }).success).toBe(false);
});
