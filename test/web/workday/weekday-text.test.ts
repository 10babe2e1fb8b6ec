import { expect, test } from "vitest";
import { monthText, weekdayText } from "../../../web/src/workday/weekday-text.ts";

test("a day is told with its weekday, and a month by its name", () => {
  expect(weekdayText("2026-07-21")).toBe("Selasa, 21 Juli 2026");
  expect(weekdayText("2028-02-29")).toBe("Selasa, 29 Februari 2028");
  expect(monthText("2026-07")).toBe("Juli");
});
