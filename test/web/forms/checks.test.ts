import { expect, test } from "vitest";
import { digitsOf, nip, problemsOf, required, sixDigits } from "../../../web/src/forms/checks.ts";

test.for(["198502122010012004", "19850212 201001 2 004", "19850212.201001-2.004"])(
  "%s is a NIP",
  (typed) => {
    expect(nip(typed)).toBeUndefined();
  },
);

test("an empty field is told from a malformed one", () => {
  expect(nip(" ")).toBe("required");
  expect(nip("1985")).toBe("nip-malformed");
});

test("a code copied with a blank in it is accepted", () => {
  expect(sixDigits("123 456")).toBeUndefined();
  expect(digitsOf("123 456")).toBe("123456");
});

test("each wrong field is named", () => {
  expect(problemsOf({ nip: "1", password: "" }, { nip, password: required })).toEqual([
    { field: "nip", code: "nip-malformed" },
    { field: "password", code: "required" },
  ]);
});
