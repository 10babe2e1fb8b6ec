import { expect, test } from "vitest";
import { parseExpression } from "../../cloudwatch/metric-math.ts";

/** With a = 6 and b = 3 at five o'clock on a Thursday, and nothing else. */
function value(expression: string): number | undefined {
  const values: Record<string, number> = { a: 6, b: 3 };
  const at = new Date("2026-11-26T05:30:00Z");
  return parseExpression(expression)({ at, lookUp: (id) => values[id] });
}

test.each([
  ["a + b * 2", 12],
  ["(a + b) * 2", 18],
  ["a - b - 1", 2],
  ["100*b/a", 50],
  ["a >= 6 AND b < 3", 0],
  ["a >= 6 && b <= 3", 1],
  ["a == 1 OR b != 1", 1],
  ["a > 6 || b > 3", 0],
  ["IF(a > b, a, b)", 6],
  ["IF(a < b, a)", undefined],
  ["FILL(missing, 0) + a", 6],
  ["missing + a", undefined],
  ["a / (b - 3)", undefined],
  ["HOUR(a)", 5],
  ["DAY(a)", 4],
  ["HOUR(missing)", undefined],
])("%s is %d", (expression, expected) => {
  expect(value(expression)).toBe(expected);
});

test.each(["a +", "a b", "RATE(a)", "FILL(a, 0", "a @ b", "FILL(METRICS(), 0)", ""])(
  "%s is refused",
  (expression) => {
    expect(() => parseExpression(expression)).toThrow("is not one that is known here");
  },
);
