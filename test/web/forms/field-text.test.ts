import { expect, test } from "vitest";
import { fieldText } from "../../../web/src/forms/field-text.ts";
import { recordForms } from "../../../web/src/messages/record-forms.ts";
import { problemTexts } from "../../../web/src/request/typed-problems.ts";

const officers = (code: string, params: Record<string, string>) =>
  fieldText(code, params, recordForms.problems);

test("days and months stand in messages as they are typed, and other limits as they are", () => {
  expect(officers("day-too-early", { min: "01-12-2026" })).toBe("paling awal 01/12/2026.");
  expect(officers("day-too-far", { max: "10-12-2026" })).toContain("10/12/2026");
  expect(officers("CON_1", { right: "01-2010" })).toContain("01/2010");
  expect(officers("CON_4", { right: "2024" })).toContain("2024");
});

test("who asks about the own record reads no code of a rule", () => {
  const right = "02-02-1969";
  expect(officers("CON_2", { right })).toContain("CON_2: berbeda dari NIP, yang memuat 02/02/1969");
  expect(fieldText("CON_2", { right }, problemTexts)).toBe(
    "berbeda dari NIP, yang memuat 02/02/1969. Perbaiki atau kosongkan.",
  );
  expect(fieldText("ACC_4", {}, problemTexts)).toMatch(/^tidak berlaku/);
});
