import { expect, test } from "vitest";
import { type EarlierWord, type PhotoReview, waitsFrom } from "#shared/employee/photo-review.ts";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import { type Confirmed, reviewOf } from "#shared/photo/pick-review.ts";
import { aReview } from "../../support/photo-reviews-contract.ts";

const at = new Date("2026-11-21T03:00:00.000Z");
const before = undefined;
const revocation = undefined;
const revocationAsked: EarlierWord = {
  ...{ state: "revocation-asked", at: "2026-11-20T03:00:00.000Z", by: "emp_budi" },
  ...{ faults: ["likeness"], note: "Wajah orang lain" },
};
/** As of a photo before a plain wall, unless told otherwise. */
const picked = (
  seen: Omit<Confirmed, "cutFromBusy"> & Partial<Confirmed>,
  sample: Parameters<typeof reviewOf>[1],
) => reviewOf({ cutFromBusy: false, ...seen }, sample);
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
  expect(picked({ rules, before, revocation, drawn }, { percent: 0, at })).toEqual({
    ...{ state: "waiting", at: at.toISOString() },
    ...{ causes: ["warned"], warned: ["eyes", "light"] },
  });
});

test("of the others those that were drawn below the share that was set", () => {
  const isPicked = (percent: number, place: number) =>
    picked({ rules: clean, before, revocation, drawn: place }, { percent, at }) !== undefined;

  expect([isPicked(0, 0), isPicked(100, 99.9)]).toEqual([false, true]);
  expect([isPicked(5, 0), isPicked(5, 4.9), isPicked(5, 5)]).toEqual([true, true, false]);
  const sampled = picked({ rules: clean, before, revocation, drawn: 0 }, { percent: 5, at });
  expect(sampled).toMatchObject({ causes: ["sampled"], warned: [] });
});

test.each(["new-asked", "revoked"] as const)(
  "the photo that follows one that is %s waits in any case",
  (state) => {
    const asked = aReview(at.toISOString(), { state });
    const seen = { rules: clean, before: asked, revocation, drawn } as const;
    expect(picked(seen, { percent: 0, at })).toMatchObject({ causes: ["asked"] });
  },
);

test.each(["asked", "reported"] as const)(
  "confirming once more brings nobody past an officer: what waits because it was %s hands that on",
  (cause) => {
    const waiting = aReview(at.toISOString(), { state: "waiting", causes: [cause, "warned"] });
    const next = { rules: clean, before: waiting, revocation, drawn } as const;
    expect(picked(next, { percent: 0, at })).toMatchObject({ causes: [cause] });
  },
);

test.each(["waiting", "new-asked"] as const)(
  "what somebody reported while it was %s is handed on, at its time, as said of the photo before, until an officer has looked",
  (state) => {
    const report = { at: "2026-11-20T03:00:00.000Z", isOpen: true };
    const reported = aReview(at.toISOString(), { state, causes: ["reported"], report });
    const after = (photoReview: PhotoReview | undefined) =>
      picked({ rules: clean, before: photoReview, revocation, drawn }, { percent: 0, at });
    const next = after(reported);

    expect(next).toMatchObject({ state: "waiting", report: { ...report, ofEarlier: true } });
    expect(next?.causes).toContain("reported");
    // However often it is confirmed.
    expect(after(next)).toMatchObject({ report: { ...report, ofEarlier: true } });
    expect(next && waitsFrom({ photoReview: next })).toBe(`!${report.at}`);
    const answered = { ...report, isOpen: false };
    expect(after(aReview(report.at, { state: "approved", report: answered }))).toBeUndefined();
  },
);

test("a warning and the sample are of their photo alone", () => {
  const waiting = aReview(at.toISOString(), { state: "waiting", causes: ["sampled", "warned"] });
  const next = { rules: clean, before: waiting, revocation, drawn } as const;
  expect(picked(next, { percent: 0, at })).toBeUndefined();
});

test("the photo that follows one that was found fitting is picked like any other", () => {
  const approved = aReview(at.toISOString(), { state: "approved" });
  const seen = { rules: clean, before: approved, revocation, drawn } as const;
  expect(picked(seen, { percent: 0, at })).toBeUndefined();
});

test("the photo that follows one that somebody asked to take away waits, and says it once", () => {
  const asked = aReview(at.toISOString(), { state: "new-asked" });
  const causesOf = (photoReview: typeof asked | undefined, rules = clean) => {
    const seen = { rules, before: photoReview, revocation: revocationAsked, drawn };
    return picked(seen, { percent: 0, at })?.causes;
  };
  const warned: readonly RuleOutcome[] = [...clean, { rule: "eyes", verdict: "warned" }];

  expect(causesOf(before)).toEqual(["asked"]);
  expect(causesOf(asked)).toEqual(["asked"]);
  expect(causesOf(before, warned)).toEqual(["warned", "asked"]);
});

test("what follows says why the one before was not to stay, and who said so", () => {
  const word: Omit<EarlierWord, "state"> = {
    at: "2026-11-19T03:00:00.000Z",
    by: "emp_dewi",
    faults: ["dress"],
    note: "Pakai",
  };
  const follows = (photoReview: PhotoReview | undefined, asked?: EarlierWord) => {
    const next = { rules: clean, before: photoReview, revocation: asked, drawn };
    return picked(next, { percent: 100, at })?.follows;
  };
  const newAsked = aReview(word.at, {
    ...word,
    state: "new-asked",
    faults: ["dress"],
    until: at.toISOString(),
  });

  expect(follows(newAsked)).toEqual({ ...word, state: "new-asked" });
  // Whether it goes at once is the heavier word.
  expect(follows(newAsked, revocationAsked)).toEqual(revocationAsked);
  // Confirming once more takes nothing of that away.
  const waiting = aReview(at.toISOString(), { causes: ["asked"], follows: revocationAsked });
  expect(follows(waiting)).toEqual(revocationAsked);
  expect(follows(before)).toBeUndefined();
});

test("what the studio cut out of a busy background waits, whoever is drawn, and spares no other cause", () => {
  const cut = { cutFromBusy: true, rules: clean, before, revocation, drawn: 99 };
  expect(picked(cut, { percent: 0, at })).toMatchObject({
    ...{ causes: ["warned"], warned: ["transparency"] },
  });
  const rules: readonly RuleOutcome[] = [...clean, { rule: "eyes", verdict: "warned" }];
  expect(picked({ ...cut, rules, revocation: revocationAsked }, { percent: 0, at })).toMatchObject({
    ...{ causes: ["warned", "asked"], warned: ["eyes", "transparency"] },
  });
});
