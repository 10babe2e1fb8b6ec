import { expect, test } from "vitest";
import type { Problem } from "#shared/http/problem-body.ts";
import { NoAnswer, Refusal } from "../../../web/src/api/client.ts";
import { failureOf, failureText } from "../../../web/src/forms/failure.ts";
import { fieldText } from "../../../web/src/forms/field-text.ts";

const aProblem: Problem = { type: "", status: 401, code: "session-ended", reference: "K7Q2-M9XB" };

test("a refusal keeps the reference the user can quote", () => {
  expect(failureOf(new Refusal(aProblem))).toMatchObject({
    code: "session-ended",
    reference: "K7Q2-M9XB",
  });
});

test("a code this page does not know reads as our own failure", () => {
  expect(failureOf(new Refusal({ ...aProblem, code: JSON.parse('"brand-new"') })).code).toBe(
    "internal-error",
  );
});

test("a refusal that only one page can meet is told in that page's words", () => {
  const refusal = new Refusal({ ...aProblem, status: 409, code: "photo-replaced" });

  expect(failureText(failureOf(refusal, { "photo-replaced": "Sudah diganti." }))).toBe(
    "Sudah diganti.",
  );
});

test("a bug is not dressed up as an answer", () => {
  expect(() => failureOf(new TypeError("bug"))).toThrow(TypeError);
});

test.each([
  [5, "Tunggu 5 detik, lalu coba lagi."],
  [61, "Tunggu 2 menit, lalu coba lagi."],
])("a wait of %i seconds is told as people say it", (retryAfterSeconds, told) => {
  const failure = failureOf(
    new Refusal({ ...aProblem, code: "too-many-attempts", retryAfterSeconds }),
  );

  expect(failureText(failure)).toBe(`Terlalu banyak percobaan. ${told}`);
});

test("a lost connection says that nothing typed is lost", () => {
  expect(failureText(failureOf(new NoAnswer()))).toContain("tidak hilang");
});

test("a field's text carries the rule's figure", () => {
  expect(fieldText("password-too-short", { min: 12 })).toContain("12");
});
