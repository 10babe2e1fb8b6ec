import { expect, test } from "vitest";
import { firstPage } from "../../../web/src/session/first-page.ts";

test.each([
  [["holder"], "/kartu"],
  [["holder", "petugas"], "/petugas/beranda"],
  [["holder", "operator"], "/operator/beranda"],
  [["holder", "auditor", "operator"], "/petugas/beranda"],
  [[], "/kartu"],
] as const)("a login as %j leads to %s", (roles, page) => {
  expect(firstPage(roles)).toBe(page);
});
