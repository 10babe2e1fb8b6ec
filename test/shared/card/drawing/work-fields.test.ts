import { expect, test } from "vitest";
import { field } from "#shared/card/design/field.ts";
import { usualLook } from "#shared/card/design/look.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { placeWork } from "#shared/card/design/work-fields.ts";
import { aCard } from "./extreme-cards.ts";

const { text } = aCard();
const setting = {
  words: templateFor(usualLook, "PNS").texts,
  label: "#FFFFFF",
  /** Every letter, and every space, is half an em wide: 20 stand in a line of size 24, 21 in one of 22. */
  measure: (letters: string) => letters.length / 2 - letters.split(" ").length * 0.05 + 0.05,
};

function jabatanIn(height: number, jabatan: string) {
  const own = { ...text, jabatan, unitKerja: "Satu", instansi: "Dua" };
  const [group] = placeWork(own, { x: 0, width: 240 }, height, setting);
  const { texts, shortened } = group?.(0) ?? { texts: [], shortened: [] };
  return [texts[1]?.size, texts.slice(1).map((line) => line.text), shortened];
}

const four = "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd";
const pairs = ["aaaaaaaaaa bbbbbbbbbb", "cccccccccc dddddddddd"];

test.each([
  ["short", 400, "Satu Dua", [24, ["Satu Dua"], []]],
  ["of two lines when smaller, though four large ones had room", 400, four, [22, pairs, []]],
  ["of many lines", 400, `${four} ${four}`, [21, [...pairs, ...pairs], []]],
  ["longer than its room", 195, `${four} ${four}`, [21, [pairs[0], `${pairs[1]}…`], ["jabatan"]]],
])("a jabatan that is %s is set so", (_, height, jabatan, set) => {
  expect(jabatanIn(height, jabatan)).toEqual(set);
});

test("an exact field stays on one line, set smaller where it is long", () => {
  const oneLine = [24, 22, 21].map((size) => ({ size, lines: 1 }));

  expect(field("NIP", "198502122010012004", setting)).toMatchObject([
    { text: "NIP", role: "Lbl", steps: [{ size: 21, lines: 1 }] },
    { text: "198502122010012004", role: "LBody", steps: oneLine },
  ]);
  const [, larger] = field("NIP", "1", setting, { sizes: [30], wordSpacing: 0.2 });
  expect(larger).toMatchObject({ steps: [{ size: 30, lines: 1 }], wordSpacing: 0.2, weight: 700 });
});
