/** Whether the texts of the templates fit their places on a card: not their lengths alone decide it, their letters do. */
import { expect, test } from "vitest";
import { fronts } from "#shared/card/design/geometry.ts";
import { backs, layoutBack } from "#shared/card/design/layout-back.ts";
import { layoutFront, layoutHeader } from "#shared/card/design/layout-front.ts";
import { lookOf, usualLook } from "#shared/card/design/look.ts";
import { parseTemplates, type Template, templateFor } from "#shared/card/design/template.ts";
import { misfitsOf } from "#shared/card/design/template-fit.ts";
import { widestCard } from "#shared/card/design/widest.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import type { Weight } from "#shared/render/fit-text.ts";
import { measure } from "#shared/render/fonts.ts";
import type { Box, PlacedText } from "#shared/render/place-text.ts";
import { demoAgencies } from "../../../../local/demo/agencies.ts";
import data from "../../../../shared/card/template.json" with { type: "json" };
import { overlapping } from "./boxes.ts";

const issuer = {
  instansi: "Kementerian Teladan Nusantara dan Pendayagunaan Aparatur Khayalan",
  host: "kartu-asn.instansi-percontohan.example",
};

/** What of a template's texts is not said, runs into something else or off the back's panel; empty when all is well. */
function flawsOf(template: Template): string[] {
  return (["landscape", "portrait"] as const).flatMap((orientation) => {
    const { panel, rule } = backs[orientation];
    const front = [
      ...layoutHeader(template, orientation, measure),
      ...layoutFront(widestCard(template.kind, measure), template, orientation, measure).texts,
    ];
    const back = layoutBack(issuer, template, orientation, measure).texts;
    const words = [...front, ...back].map(({ text }) => text).join(" ");
    const unsaid = saidBy(template).filter((text) => !words.includes(text));
    const low = back.filter(({ box }) => box.y + box.height > panel.y + panel.height - 12);
    const { photo, qrPanel } = fronts[orientation];
    return [
      ...unsaid.map((text) => `${orientation}, not said: ${text}`),
      ...low.map(({ text }) => `${orientation}, off the panel: ${text}`),
      ...collisions(front, [fronts[orientation].rule, photo, qrPanel]),
      ...collisions(back, [rule]),
    ];
  });
}

/** What an issued card says of its template's texts. */
function saidBy({ texts, kind }: Template): string[] {
  const { terms, labels, kind: kindText, ...others } = texts;
  const { preview: _, notIssued: __, version: ___, alternatives: ____, ...lines } = others;
  const { nip, rank, golongan, contractEnd, ...usual } = labels;
  const ofKind = kind === "PNS" ? [rank] : [golongan, contractEnd];
  const own = [...terms[kind], kindText[kind], nip[kind], ...ofKind];
  return [...Object.values(lines), ...Object.values(usual), ...own];
}

function collisions(lines: readonly PlacedText[], others: readonly Box[]): string[] {
  const textOf = new Map(lines.map(({ box, text }) => [box, text]));
  return overlapping([...textOf.keys(), ...others]).map(
    (pair) => `on one another: ${pair.map((box) => textOf.get(box) ?? "a thing").join(" | ")}`,
  );
}

const looks = [undefined, ...demoAgencies];

test.each(
  looks.flatMap((agency) => employeeKinds.map((kind) => [agency?.id, kind, agency] as const)),
)("all texts of %s for %s fit, upright and lying", (_, kind, agency) => {
  const template = templateFor(lookOf(agency), kind);
  expect(misfitsOf(template, measure)).toEqual([]);
  expect(flawsOf(template)).toEqual([]);
});

const long = "WEWENANG MUTASI DAN PENGEMBANGAN KOMPETENSI PEGAWAI, ".repeat(3).slice(0, 158);

const tooLong = (texts: object) => {
  const templates = parseTemplates({ ...data, texts: { ...data.texts, ...texts } });
  return misfitsOf(templateFor(usualLook, "PNS", templates), measure);
};

test.each([
  ["a title", { title: "W".repeat(60) }],
  ["a subtitle", { subtitle: "W".repeat(60) }],
  ["a word on the status", { status: "Status kartu ini hanya diketahui dari pemindaian kode QR" }],
  ["a heading", { checkHeading: "Cara memeriksa keaslian kartu virtual ini" }],
  ["a sentence", { check: long }],
  ["a label", { labels: { ...data.texts.labels, serial: "W".repeat(24) } }],
  ["the version's line", { version: `${"W".repeat(40)} {template}` }],
  ["terms", { terms: { PNS: Array(4).fill(long), PPPK: [long], "PPPK-PW": [long] }, finder: long }],
])("%s of the allowed length that has no room is refused", (_, texts) => {
  const misfits = tooLong(texts);

  expect(misfits.length).toBeGreaterThan(0);
  expect(misfits.join("\n")).toMatch(
    /^t1-[0-9a-f]{8}\/PNS, (landscape|portrait): «.*» does not fit/m,
  );
});

test("a measure that fails is no text without room", () => {
  const failing = (text: string, weight: Weight) => {
    if (text.startsWith("KARTU")) throw new RangeError("no such letter");
    return measure(text, weight);
  };

  expect(() => misfitsOf(templateFor(usualLook, "PNS"), failing)).toThrow("no such letter");
});
