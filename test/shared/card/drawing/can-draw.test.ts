import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { usualLook } from "#shared/card/design/look.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { problemsOf } from "#shared/employee/employee-rules.ts";
import { canDraw } from "#shared/employee/field-checks.ts";
import { charactersOf } from "./font-characters.ts";

const folder = join(
  createRequire(import.meta.url).resolve("@fontsource/plus-jakarta-sans/package.json"),
  "..",
  "files",
);

const everyCharacter = Array.from({ length: 0xffff }, (_, code) =>
  String.fromCharCode(code),
).filter((character) => character.isWellFormed());

test.each([500, 700, 800])(
  "the font of weight %i has every character that can be drawn",
  (weight) => {
    const glyphs = new Set(
      ["latin", "latin-ext", "vietnamese"].flatMap((subset) => [
        ...charactersOf(join(folder, `plus-jakarta-sans-${subset}-${weight}-normal.woff`)),
      ]),
    );
    const boxes = everyCharacter.filter(
      (character) =>
        canDraw(character) && !glyphs.has(character.normalize("NFC").codePointAt(0) ?? 0),
    );

    expect(glyphs.size).toBeGreaterThan(400);
    expect(boxes.join("")).toBe("");
  },
);

test.each(["Ni’matullah", "Jean-François Žižić", "Ḥaḍi Nguyễn", "e\u0301", "RSUD (A) & B/C"])(
  "%s can be drawn",
  (text) => {
    expect(canDraw(text)).toBe(true);
  },
);

test.each(["王", "Ɓala", "ʻokina", "m\u0303", "😀", "Путра"])("%s cannot", (text) => {
  expect(canDraw(text)).toBe(false);
});

const context = { kind: "PNS", nip: "198502122010012004", tmt: "2010-01-01" } as const;

test("data entry refuses what cannot be drawn", () => {
  expect(problemsOf({ name: "Ɓala" }, context)).toEqual([
    { field: "name", code: "characters-unsupported", params: { character: "Ɓ", place: 1 } },
  ]);
  expect(problemsOf({ name: "Ḥaḍi" }, context)).toEqual([]);
});

test("the card's own texts can be drawn", () => {
  const { texts } = templateFor(usualLook, "PPPK");
  const own = stringsIn(texts)
    .join(" ")
    .replaceAll(/\{\w+\}|[?@·]/g, "");

  expect(canDraw(own)).toBe(true);
});

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Object.values(Object(value)).flatMap(stringsIn);
}
