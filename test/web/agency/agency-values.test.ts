import { expect, test } from "vitest";
import { codeCheck, detailsOf, valuesOf } from "../../../web/src/agency/agency-values.ts";

test.each([
  ["", "required"],
  ["Kobar Barat", "malformed"],
  ["-kobar", "malformed"],
  ["k".repeat(41), "malformed"],
  [" ins_kobar-2 ", undefined],
])("the code «%s» of a new agency is found %s", (typed, code) => {
  expect(codeCheck(typed)).toBe(code);
});

test("what a form shows is what it sends; an address that is emptied is none", () => {
  const details = {
    name: "Kabupaten Contoh",
    zone: "WIB",
    address: "Jalan Contoh 1",
    texts: {},
  } as const;
  const values = valuesOf(details);
  expect(detailsOf(values)).toEqual(details);
  const { address: _, ...without } = details;
  expect(detailsOf({ ...values, address: " " })).toEqual(without);
});
