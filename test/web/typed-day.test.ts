import { expect, test } from "vitest";
import { dayTyped, typedDay } from "../../web/src/typed-day.ts";

test.each([
  ["17/08/1990", "1990-08-17"],
  ["7-8-1990", "1990-08-07"],
  [" 7.8.1990 ", "1990-08-07"],
  ["1990-08-17", undefined],
  ["17081990", "1990-08-17"],
  ["1781990", undefined],
  ["17/08/90", undefined],
  ["31/02/1968", undefined],
  ["29/02/1968", "1968-02-29"],
  ["", undefined],
])("the day «%s» is typed for %s", (typed, day) => {
  expect(dayTyped(typed)).toBe(day);
});

test("a day is shown as it is typed, and what is none as it is", () => {
  expect(typedDay("1990-08-17")).toBe("17/08/1990");
  expect(typedDay("17/8")).toBe("17/8");
});
