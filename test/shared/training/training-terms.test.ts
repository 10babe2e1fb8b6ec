import { expect, test } from "vitest";
import { employeeKinds } from "#shared/employee/nip.ts";
import { formOf, trainingForms, trainingPaths } from "#shared/training/training-forms.ts";
import { trainingTermBook } from "#shared/training/training-term-book.ts";
import {
  jpOfActivity,
  type TrainingTerm,
  trainingTerm,
  trainingTermNames,
  trainingTermsOn,
} from "#shared/training/training-terms.ts";

test.each(employeeKinds)("every term of a %s has one value, a source and a day", (kind) => {
  const own = trainingTermBook.filter((term) => term.for.includes(kind));

  expect(own.map(({ term }) => term).sort()).toEqual([...trainingTermNames].sort());
  expect(trainingTermsOn("2027-01-01", kind)).toMatchObject({ yearlyJp: 20, jpMinutes: 45 });
});

test.each(trainingTermBook.map((term) => [term.term, term.source, term] as const))(
  "%s of %s is kept in the shape that an agency's own have",
  (_name, _source, term) => {
    expect(trainingTerm.safeParse(term).success).toBe(true);
  },
);

test("an agency's own threshold counts from its day to its last one", () => {
  const own: TrainingTerm = {
    ...{ term: "attendancePercent", value: 100, for: ["PNS"], source: "Perbup 1/2027" },
    ...({ from: "2027-01-01", until: "2027-12-31", certainty: "text" } as const),
  };
  const on = (day: string, kind: "PNS" | "PPPK") =>
    trainingTermsOn(day, kind, [own]).attendancePercent;

  expect([on("2026-12-31", "PNS"), on("2027-06-01", "PNS"), on("2028-01-01", "PNS")]).toEqual([
    ...[80, 100, 80],
  ]);
  expect(on("2027-06-01", "PPPK")).toBe(80);
  expect(trainingTerm.safeParse({ ...own, value: 101 }).success).toBe(false);
});

test("a PPPK is told above 24 JP, a PNS is not", () => {
  const most = (kind: "PNS" | "PPPK-PW") => trainingTermsOn("2027-01-01", kind).mostJp;

  expect([most("PNS"), most("PPPK-PW")]).toEqual([0, 24]);
});

test("an activity counts by the agency's table, up to its cap; one that is not in it counts nothing by itself", () => {
  const activityJp = [{ form: "coaching", unit: "pertemuan", jp: 1.5, most: 6 }] as const;

  expect(jpOfActivity({ form: "coaching", amount: 3 }, { activityJp })).toBe(4);
  expect(jpOfActivity({ form: "coaching", amount: 30 }, { activityJp })).toBe(6);
  expect(jpOfActivity({ form: "magang", amount: 3 }, { activityJp })).toBeUndefined();
});

test("every path has forms, and twelve of them are nonclassical", () => {
  const of = trainingPaths.map(
    (path) => trainingForms.filter((form) => formOf(form).path === path).length,
  );

  expect(of).toEqual([1, 11, 12]);
});
