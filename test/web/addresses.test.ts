import { expect, test } from "vitest";
import { inLanguage, pageOf } from "../../web/src/addresses.ts";

test("every page has an English address below /en", () => {
  expect(inLanguage("en", "/masuk/kode")).toBe("/en/masuk/kode");
  expect(inLanguage("en", "/")).toBe("/en/");
  expect(inLanguage("id", "/masuk/kode")).toBe("/masuk/kode");
});

test.for([
  ["/en/masuk/", "/masuk"],
  ["/en", "/"],
  ["/", "/"],
  ["/energi", "/energi"],
] as const)("%s is the page %s", ([address, page]) => {
  expect(pageOf(address)).toBe(page);
});
