import { expect, test } from "vitest";
import type { PhotoId } from "#shared/employee/employee.ts";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import { reviewOf } from "#shared/photo/pick-review.ts";
import { aReview } from "../../support/photo-reviews-contract.ts";

const at = new Date("2026-11-21T03:00:00.000Z");
const before = undefined;
const clean: readonly RuleOutcome[] = [
  { rule: "size", verdict: "passed" },
  { rule: "dress", verdict: "not-checked" },
];

test("every photo with warnings waits, each rule named once", () => {
  const rules: readonly RuleOutcome[] = [
    ...clean,
    { rule: "eyes", verdict: "warned" },
    { rule: "light", verdict: "warned" },
    { rule: "light", verdict: "warned" },
  ];
  expect(reviewOf({ photoId: "pho_1", rules, before }, { percent: 0, at })).toEqual({
    ...{ state: "waiting", at: at.toISOString() },
    ...{ causes: ["warned"], warned: ["eyes", "light"] },
  });
});

test("of the others the share that was set, and the same ones whenever it is asked", () => {
  const ids = Array.from({ length: 4000 }, (_, i): PhotoId => `pho_${i}`);
  const picked = (percent: number) =>
    ids.filter((photoId) => reviewOf({ photoId, rules: clean, before }, { percent, at }));

  expect(picked(0)).toEqual([]);
  expect(picked(100)).toEqual(ids);
  expect(picked(5).length / ids.length).toBeGreaterThan(0.035);
  expect(picked(5).length / ids.length).toBeLessThan(0.065);
  expect(picked(5)).toEqual(picked(5));
  expect(picked(20)).toEqual(expect.arrayContaining(picked(5)));
});

test.each(["new-asked", "revoked"] as const)(
  "the photo that follows one that is %s waits in any case",
  (state) => {
    const asked = aReview(at.toISOString(), { state });
    const seen = { photoId: "pho_1", rules: clean, before: asked } as const;
    expect(reviewOf(seen, { percent: 0, at })).toMatchObject({ causes: ["asked"] });
  },
);

test.each(["asked", "reported"] as const)(
  "confirming once more brings nobody past an officer: what waits because it was %s hands that on",
  (cause) => {
    const waiting = aReview(at.toISOString(), { state: "waiting", causes: [cause, "warned"] });
    const next = { photoId: "pho_1", rules: clean, before: waiting } as const;
    expect(reviewOf(next, { percent: 0, at })).toMatchObject({ causes: [cause] });
  },
);

test("a warning and the sample are of their photo alone", () => {
  const waiting = aReview(at.toISOString(), { state: "waiting", causes: ["sampled", "warned"] });
  const next = { photoId: "pho_1", rules: clean, before: waiting } as const;
  expect(reviewOf(next, { percent: 0, at })).toBeUndefined();
});

test("the photo that follows one that was found fitting is picked like any other", () => {
  const approved = aReview(at.toISOString(), { state: "approved" });
  const seen = { photoId: "pho_1", rules: clean, before: approved } as const;
  expect(reviewOf(seen, { percent: 0, at })).toBeUndefined();
});
