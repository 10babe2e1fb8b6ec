import { expect, test } from "vitest";
import {
  hasHidden,
  nameOf,
  visibleLine,
  visibleText,
  withoutHidden,
} from "#shared/runtime/visible-text.ts";

test.each([
  ["  a \u00a0\t b ", "a b"],
  ["a\u200b\u200c\u200d\u2060\ufeff\u00adb", "ab"],
  ["\u200b\u200b", ""],
  ["\u034f\ufe0f", ""],
  ["e\u0301", "é"],
  ["Ni\u02bcma", "Ni’ma"],
  ["\u3000", ""],
])("%j is kept as %j", (typed, kept) => {
  expect(visibleText(typed)).toBe(kept);
});

test("lines become one", () => {
  expect(visibleLine("SK 12/2026\r\n\ntanggal 1 Maret")).toBe("SK 12/2026 tanggal 1 Maret");
});

test.each([
  "\u0000",
  "\u001b",
  "\u007f",
  "\u200e",
  "\u202e",
  "\u2066",
  "\u2028",
  "\ue000",
  "\ud800",
  "\u115f",
  "\u17b4",
  "\u180b",
  "\u2800",
  "\u3164",
  "\uffa0",
])("%j cannot be seen", (character) => {
  expect(hasHidden(`a${character}b`)).toBe(true);
  expect(nameOf(character)).toMatch(/^U\+[0-9A-F]{4}$/);
});

test("a text that nobody typed keeps only what can be seen", () => {
  expect(withoutHidden("pegawai\u202exslx.\r\nexe\0\ud800 \u2066(1).csv")).toBe(
    "pegawaixslx. exe (1).csv",
  );
  expect(withoutHidden("😀.csv")).toBe("😀.csv");
});

test("what can be seen is not hidden", () => {
  expect(hasHidden("SK 12/2026 – «José»")).toBe(false);
  expect(nameOf('"')).toBe('"');
});
