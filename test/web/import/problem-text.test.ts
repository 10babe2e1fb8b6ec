import { expect, test } from "vitest";
import { importCodes } from "#shared/import/import-codes.ts";
import { gistOf } from "../../../web/src/import/problem-text.ts";

test.each([
  ["nik-scientific", "angka NIK sudah hilang karena disingkat lembar kerja, jadi dikosongkan"],
  ["golongan-unknown", "tidak ada golongan seperti ini"],
  ["kedudukan-hukum-unknown", "bukan kedudukan hukum BKN"],
  ["CON_3", "CON_3: NIP memuat jenis kelamin …"],
] as const)("the gist of %s is in words, with no row's own values and no mend", (code, gist) => {
  expect(gistOf(code)).toBe(gist);
});

test("every problem has a gist of its own, short enough to choose from", () => {
  const gists = importCodes.map((code) => gistOf(code));

  expect(new Set(gists).size).toBe(importCodes.length);
  expect(gists.filter((gist) => gist.length < 6 || gist.length > 110)).toEqual([]);
  expect(gists.filter((gist) => /undefined|\( ?\)/.test(gist))).toEqual([]);
});
