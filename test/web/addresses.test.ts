import { expect, test } from "vitest";
import { englishPages, indonesianPages, inLanguage, pageOf } from "../../web/src/addresses.ts";

const ownPages = { id: indonesianPages, en: englishPages };

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

test.for([
  [
    "id",
    [
      "/",
      "/masuk",
      "/bantuan/loket",
      "/petugas?d=3",
      "/petugas/pegawai?id=emp_1&langkah=ubah",
      "/energi",
      "/tidak-ada",
    ],
  ],
  ["en", ["/en", "/en/", "/en/masuk", "/en/petugas/pegawai?id=emp_1.x"]],
] as const)("the router of %s opens the links of its own pages", ([language, links]) => {
  for (const link of links) expect(ownPages[language].test(link), link).toBe(true);
});

test.for([
  [
    "id",
    [
      "/en",
      "/en/masuk",
      "/v/abc",
      "/periksa/",
      "/pindai/",
      "/bantuan/periksa/",
      "/petunjuk/dari/kartu",
      "/petunjuk/",
      "/api/me/card/pdf?shape=portrait",
      "/assets/a.js",
      "/THIRD-PARTY.txt",
    ],
  ],
  [
    "en",
    [
      "/",
      "/masuk",
      "/energi",
      "/v/abc",
      "/api/session",
      "/THIRD-PARTY.txt",
      "/en/a.txt",
      "/en/periksa",
      "/en/pindai/",
      "/en/bantuan/privasi/",
      "/en/petunjuk/dari/kartu",
    ],
  ],
] as const)("…and leaves all others of %s to the browser", ([language, links]) => {
  for (const link of links) expect(ownPages[language].test(link), link).toBe(false);
});
