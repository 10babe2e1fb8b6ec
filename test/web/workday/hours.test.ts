import { expect, test } from "vitest";
import { workCalendar as text } from "../../../web/src/messages/work-calendar.ts";

test("hours are written with a point, as all times are in Indonesian", () => {
  expect(text.hours("07:30", "16:00", 60)).toContain("Pukul 07.30–16.00 waktu");
  expect(text.openHours("08:00")).toContain("pukul 08.00 waktu");
});
