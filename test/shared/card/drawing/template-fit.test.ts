/** Whether the texts of the templates fit their places on a card: not their lengths alone decide it, their letters do. */
import { expect, test } from "vitest";
import { measure } from "#shared/card/drawing/fonts.ts";
import { fronts } from "#shared/card/drawing/geometry.ts";
import { backs, layoutBack } from "#shared/card/drawing/layout-back.ts";
import { layoutHeader } from "#shared/card/drawing/layout-front.ts";
import type { Box, PlacedText } from "#shared/card/drawing/place-text.ts";
import {
  ownLooks,
  parseTemplates,
  type Template,
  templateFor,
} from "#shared/card/drawing/template.ts";
import data from "../../../../shared/card/template.json" with { type: "json" };
import { overlapping } from "./boxes.ts";

const kinds = ["PNS", "PPPK"] as const;
const issuer = {
  instansi: "Kementerian Teladan Nusantara dan Pendayagunaan Aparatur Khayalan",
  host: "kartu-asn.instansi-percontohan.example",
};

/** What of a template's texts is cut off, runs into something else or off the back's panel; empty when all fits. */
function misfits(template: Template): string[] {
  const { terms, preview: _, ...texts } = template.texts;
  return (["landscape", "portrait"] as const).flatMap((orientation) => {
    const { panel, rule } = backs[orientation];
    const header = layoutHeader(template, orientation, measure);
    const back = layoutBack(issuer, template, orientation, measure);
    const words = [...header, ...back].map(({ text }) => text).join(" ");
    const cut = [...Object.values(texts), ...terms[template.kind]].filter(
      (text) => !words.includes(text),
    );
    const low = back.filter(({ box }) => box.y + box.height > panel.y + panel.height - 12);
    return [
      ...cut.map((text) => `${orientation}, cut off: ${text}`),
      ...low.map(({ text }) => `${orientation}, off the panel: ${text}`),
      ...collisions(header, fronts[orientation].rule).map((each) => `${orientation}, ${each}`),
      ...collisions(back, rule).map((each) => `${orientation}, ${each}`),
    ];
  });
}

function collisions(lines: readonly PlacedText[], rule: Box): string[] {
  const textOf = new Map(lines.map(({ box, text }) => [box, text]));
  return overlapping([...textOf.keys(), rule]).map(
    (pair) => `on one another: ${pair.map((box) => textOf.get(box) ?? "a line").join(" | ")}`,
  );
}

const looks = ["default", ...ownLooks.map(({ instansiId }) => instansiId)];

test.each(looks.flatMap((look) => kinds.map((kind) => [look, kind] as const)))(
  "all texts of %s for %s fit, upright and lying",
  (look, kind) => {
    expect(misfits(templateFor(look, kind))).toEqual([]);
  },
);

const long = "WEWENANG MUTASI DAN PENGEMBANGAN KOMPETENSI PEGAWAI, ".repeat(3).slice(0, 158);

test.each([
  ["a title", { title: "W".repeat(60) }, /, cut off: W/],
  [
    "a heading",
    { checkHeading: "Cara memeriksa keaslian kartu virtual ini" },
    /landscape, cut off: Cara/,
  ],
  ["a sentence", { check: long }, /landscape, cut off: WEWENANG/],
  ["terms", { terms: { PNS: Array(4).fill(long), PPPK: [long] }, finder: long }, /, off the panel/],
  [
    "terms",
    { terms: { PNS: Array(4).fill(long), PPPK: [long] }, finder: long },
    /, on one another/,
  ],
])("%s of the allowed length with no room is found", (_, texts, problem) => {
  const agencies = { ins_own: { name: "Instansi Sendiri", texts } };
  const template = templateFor("ins_own", "PNS", parseTemplates({ ...data, agencies }));

  expect(misfits(template).join("\n")).toMatch(problem);
});
