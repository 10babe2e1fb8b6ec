import { expect, test } from "vitest";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import { reviewOf } from "#shared/photo/pick-review.ts";
import { aReview } from "../../support/photo-reviews-contract.ts";

const at = new Date("2026-11-21T03:00:00.000Z");
const before = undefined;
const isRevocationAsked = false;
const cutFromBusy = false;
/** Whoever is drawn first. */
const drawn = 0;
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
  expect(
    reviewOf({ cutFromBusy, rules, before, isRevocationAsked, drawn }, { percent: 0, at }),
  ).toEqual({
    ...{ state: "waiting", at: at.toISOString() },
    ...{ causes: ["warned"], warned: ["eyes", "light"] },
  });
});

test("of the others those that were drawn below the share that was set", () => {
  const isPicked = (percent: number, place: number) =>
    reviewOf(
      { cutFromBusy, rules: clean, before, isRevocationAsked, drawn: place },
      { percent, at },
    ) !== undefined;

  expect([isPicked(0, 0), isPicked(100, 99.9)]).toEqual([false, true]);
  expect([isPicked(5, 0), isPicked(5, 4.9), isPicked(5, 5)]).toEqual([true, true, false]);
  const sampled = reviewOf(
    { cutFromBusy, rules: clean, before, isRevocationAsked, drawn: 0 },
    { percent: 5, at },
  );
  expect(sampled).toMatchObject({ causes: ["sampled"], warned: [] });
});

test.each(["new-asked", "revoked"] as const)(
  "the photo that follows one that is %s waits in any case",
  (state) => {
    const asked = aReview(at.toISOString(), { state });
    const seen = { cutFromBusy, rules: clean, before: asked, isRevocationAsked, drawn } as const;
    expect(reviewOf(seen, { percent: 0, at })).toMatchObject({ causes: ["asked"] });
  },
);

test.each(["asked", "reported"] as const)(
  "confirming once more brings nobody past an officer: what waits because it was %s hands that on",
  (cause) => {
    const waiting = aReview(at.toISOString(), { state: "waiting", causes: [cause, "warned"] });
    const next = { cutFromBusy, rules: clean, before: waiting, isRevocationAsked, drawn } as const;
    expect(reviewOf(next, { percent: 0, at })).toMatchObject({ causes: [cause] });
  },
);

test("a warning and the sample are of their photo alone", () => {
  const waiting = aReview(at.toISOString(), { state: "waiting", causes: ["sampled", "warned"] });
  const next = { cutFromBusy, rules: clean, before: waiting, isRevocationAsked, drawn } as const;
  expect(reviewOf(next, { percent: 0, at })).toBeUndefined();
});

test("the photo that follows one that was found fitting is picked like any other", () => {
  const approved = aReview(at.toISOString(), { state: "approved" });
  const seen = { cutFromBusy, rules: clean, before: approved, isRevocationAsked, drawn } as const;
  expect(reviewOf(seen, { percent: 0, at })).toBeUndefined();
});

test("the photo that follows one that somebody asked to take away waits, and says it once", () => {
  const asked = aReview(at.toISOString(), { state: "new-asked" });
  const causesOf = (photoReview: typeof asked | undefined, rules = clean) => {
    const seen = { cutFromBusy, rules, before: photoReview, isRevocationAsked: true, drawn };
    return reviewOf(seen, { percent: 0, at })?.causes;
  };
  const warned: readonly RuleOutcome[] = [...clean, { rule: "eyes", verdict: "warned" }];

  expect(causesOf(before)).toEqual(["asked"]);
  expect(causesOf(asked)).toEqual(["asked"]);
  expect(causesOf(before, warned)).toEqual(["warned", "asked"]);
});

test("what the studio cut out of a busy background waits, whoever is drawn, and spares no other cause", () => {
  const cut = { cutFromBusy: true, rules: clean, before, isRevocationAsked, drawn: 99 };
  expect(reviewOf(cut, { percent: 0, at })).toMatchObject({
    ...{ causes: ["warned"], warned: ["transparency"] },
  });
  const rules: readonly RuleOutcome[] = [...clean, { rule: "eyes", verdict: "warned" }];
  expect(reviewOf({ ...cut, rules, isRevocationAsked: true }, { percent: 0, at })).toMatchObject({
    ...{ causes: ["warned", "asked"], warned: ["eyes", "transparency"] },
  });
});
