import { expect, test } from "vitest";
import { dayText, instantText } from "../../web/src/clock-text.ts";

test("an instant is told in the zone of the agency, with its own day", () => {
  expect(instantText("2026-07-21T15:30:00.000Z", "WIB")).toBe("21 Juli 2026 22.30 WIB");
  expect(instantText("2026-07-21T15:30:00.000Z", "WITA")).toBe("21 Juli 2026 23.30 WITA");
  expect(instantText("2026-07-21T15:30:00.000Z", "WIT")).toBe("22 Juli 2026 00.30 WIT");
});

test("a day is the same everywhere", () => {
  expect(dayText("2026-07-21")).toBe("21 Juli 2026");
});
