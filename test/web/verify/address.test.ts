import { expect, test } from "vitest";
import { tokenOf, verifyAddress } from "../../../web/src/verify/address.ts";

test.for([
  ["/v/abc123", "abc123"],
  ["/V/ABC123", "ABC123"],
  ["/en/v/abc123/", "abc123"],
  ["/v/", ""],
  ["/kartu", ""],
] as const)("the token of %s is «%s»", ([path, token]) => {
  expect(tokenOf(path)).toBe(token);
});

test("the other language shows the same card", () => {
  expect(verifyAddress("en", "ABC")).toBe("/en/v/ABC");
  expect(verifyAddress("id", "ABC")).toBe("/v/ABC");
});
