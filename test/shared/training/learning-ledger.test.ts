import fc from "fast-check";
import { expect, test } from "vitest";
import { exemptionIn } from "#shared/training/exempt.ts";
import { claimedEntry, claimProblems } from "#shared/training/external-claim.ts";
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

test("what was withdrawn counts no more, and another entry of its number does", () => {
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

test("all that is wrong with a claim is said at once, by its fields", () => {
  const entries = [anEntry(), anEntry({ number: "X/9", withdrawnOn: "2027-05-30" })];
  const claim = {
    name: "Seminar",
    organiser: "UGM",
    number: "B589",
    form: "seminar",
    jp: 3,
  } as const;
  const days = { from: "2027-05-20", until: "2027-05-20" };
  const found = (change: Partial<Record<keyof typeof claim | keyof typeof days, string>>) =>
    claimProblems(
      { ...claim, ...days, ...change, form: "seminar", jp: 3 },
      { today: "2027-06-01", entries },
    ).map(({ field, code }) => `${field} ${code}`);

  expect(found({})).toEqual([]);
  expect(found({ number: "b.589/bkpsdm/v/2027", until: "2027-06-02" })).toEqual([
    "number number-counted",
    "until day-too-late",
  ]);
  expect(found({ number: "-", from: "2027-05-21", name: "" })).toEqual([
    "name required",
    "number number-malformed",
    "until ends-before-it-begins",
  ]);
  expect(found({ number: "x 09" })).toEqual(["number number-counted"]);
});

test("entries are kept as they are read, also those of claims, in the year of their last day", () => {
  const claim = {
    ...{ name: "Seminar", organiser: "UGM", number: "1", jp: 3 },
    ...({ form: "seminar" } as const),
    ...{ from: "2026-12-30", until: "2027-01-02", note: "Daring" },
  } as const;
  const entry = claimedEntry(claim, "req_1");

  expect(learningEntry.parse(anEntry())).toEqual(anEntry());
  expect(learningEntry.parse(entry)).toEqual({
    ...{ source: "external", number: "1", name: "Seminar", organiser: "UGM", form: "seminar" },
    ...{ jp: 3, startedOn: "2026-12-30", endedOn: "2027-01-02", request: "req_1" },
  });
  expect([jpIn([entry], 2026), jpIn([entry], 2027)]).toEqual([0, 3]);
});
