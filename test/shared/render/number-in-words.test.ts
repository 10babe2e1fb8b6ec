import { expect, test } from "vitest";
import { numberInWords } from "#shared/render/number-in-words.ts";

test.each([
  [0, "nol"],
  [1, "satu"],
  [10, "sepuluh"],
  [11, "sebelas"],
  [19, "sembilan belas"],
  [20, "dua puluh"],
  [47, "empat puluh tujuh"],
  [100, "seratus"],
  [111, "seratus sebelas"],
  [200, "dua ratus"],
  [999, "sembilan ratus sembilan puluh sembilan"],
  [1000, "seribu"],
  [1100, "seribu seratus"],
  [11_000, "sebelas ribu"],
  [100_000, "seratus ribu"],
  [121_001, "seratus dua puluh satu ribu satu"],
  [1_000_000, "satu juta"],
  [1_001_000, "satu juta seribu"],
  [5_250_500, "lima juta dua ratus lima puluh ribu lima ratus"],
  [2_000_000_000, "dua miliar"],
  [1_000_000_000_000, "satu triliun"],
])("%i is «%s»", (number, words) => {
  expect(numberInWords(number)).toBe(words);
});

test.each([-1, 1.5, 1e15, Number.NaN])("%d has no words", (number) => {
  expect(() => numberInWords(number)).toThrow(RangeError);
});
