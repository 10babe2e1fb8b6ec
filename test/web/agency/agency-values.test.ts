import { expect, test } from "vitest";
import { codeCheck } from "../../../web/src/agency/agency-values.ts";

test.each([
  ["", "required"],
  ["Kobar Barat", "malformed"],
  ["-kobar", "malformed"],
  ["k".repeat(41), "malformed"],
  [" ins_kobar-2 ", undefined],
])("the code «%s» of a new agency is found %s", (typed, code) => {
  expect(codeCheck(typed)).toBe(code);
});
