import { expect, test } from "vitest";
import { recordedCounts } from "../../../bench/cost/document.ts";
import {
  backfill,
  cognito,
  dollars,
  inputs,
  month,
  passiveHolder,
} from "../../../bench/cost/model.ts";

const counts = recordedCounts();
const together = (changed: Partial<typeof inputs>) =>
  dollars(month(counts, { ...inputs, ...changed }));

test.each([
  ["LITE", 10_000, 0],
  ["LITE", 100_000, 495],
  // AWS's own example: a million accounts cost 90,000 x 0.0055 + 900,000 x 0.0046.
  ["LITE", 1_000_000, 4635],
  ["LITE", 2_000_000, 7885],
  ["ESSENTIALS", 1_010_000, 15_000],
  ["PLUS", 1_000_000, 20_000],
] as const)("on %s, %i active accounts cost %d dollars a month", (plan, users, expected) => {
  expect(cognito(users, plan)).toBeCloseTo(expected, 6);
});

test("the accounts are the most that is paid for", () => {
  const [first] = Object.entries(month(counts, inputs)).toSorted(([, a], [, b]) => b - a);

  expect(first?.[0]).toBe("Cognito");
});

test("who does not come is not paid for as an account", () => {
  expect(passiveHolder(counts, inputs) * inputs.holders).toBeLessThan(12 * together({}));
  expect(together({ activeShare: 0 })).toBeLessThan(
    together({}) - cognito(inputs.holders * inputs.activeShare, inputs.plan) + 0.01,
  );
});

test.each([
  "holders",
  "looks",
  "logins",
  "checksPerDay",
  "changes",
  "photos",
  "activations",
] as const)("more %s cost more", (input) => {
  expect(together({ [input]: inputs[input] * 2 })).toBeGreaterThan(together({}));
});

test("a first signature is reckoned with the time that the function waits for it", () => {
  const lambda = (isSigned: boolean) => backfill(inputs, { looked: 1, isSigned }).Lambda ?? 0;

  expect(lambda(true)).toBeGreaterThan(1.05 * lambda(false));
});

test.each([
  ["as they are signed", false, 75],
  ["with a first signature of each", true, 155],
])(
  "5.2 million redraws %s cost what the issue allows, also where everybody has looked",
  (_, isSigned, most) => {
    const all = { ...inputs, holders: 5_200_000 };

    expect(dollars(backfill(all, { looked: 1, isSigned }))).toBeLessThanOrEqual(most);
  },
);
