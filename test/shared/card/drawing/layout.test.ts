import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CardContent } from "#shared/card/card-content.ts";
import { fronts, type Orientation, shapes } from "#shared/card/design/geometry.ts";
import { backs, layoutBack, layoutVersion } from "#shared/card/design/layout-back.ts";
import { layoutFront, layoutHeader } from "#shared/card/design/layout-front.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { widthOf } from "#shared/render/fit-text.ts";
import { measure } from "#shared/render/fonts.ts";
import type { PlacedText } from "#shared/render/place-text.ts";
import { placeQr } from "#shared/render/qr.ts";
import { outside, overlapping } from "./boxes.ts";
import { aCard, extremeCards } from "./extreme-cards.ts";

const orientations = ["landscape", "portrait"] as const;

function frontTexts(content: CardContent, orientation: Orientation): PlacedText[] {
  const template = templateFor(content.look, content.text.kind);
  return [
    ...layoutHeader(template, orientation, measure),
    ...layoutFront(content, template, orientation, measure).texts,
  ];
}

function backTexts({ text, host }: CardContent, orientation: Orientation): PlacedText[] {
  const template = templateFor(aCard().look, text.kind);
  return [
    ...layoutBack({ instansi: text.instansi, host }, template, orientation, measure).texts,
    ...layoutVersion(template, orientation, measure),
  ];
}

/** The lines that are wider than their box. */
function tooWide(texts: readonly PlacedText[]): string[] {
  return texts
    .filter((line) => widthOf(line.text, line, measure) * line.size > line.box.width + 0.01)
    .map(({ text }) => text);
}

/** Long, short, of one word, of many: what people type into a form that allows it. */
const words = (maxLength: number) =>
  fc
    .array(
      fc.string({
        unit: fc.constantFrom(..."abcdefgimWMW.,'’-éŽỹẬ(/"),
        minLength: 1,
        maxLength: 60,
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((list) => list.join(" ").slice(0, maxLength));

const { pangkat: _, ...unranked } = aCard().text;

const anyCard = fc
  .record({
    name: words(283),
    jabatan: words(160),
    unitKerja: words(200),
    instansi: words(120),
    host: fc.stringMatching(/^[a-z0-9-]{1,24}\.[a-z0-9]{2,8}\.[a-z]{2,6}$/),
    isPns: fc.boolean(),
    isPreview: fc.boolean(),
  })
  .map(({ isPns, isPreview, host, ...text }) =>
    aCard({
      host,
      ...(isPreview ? { issue: undefined } : {}),
      text: {
        ...unranked,
        ...text,
        ...(isPns
          ? { pangkat: "Pengatur Muda Tingkat I", golongan: "II/b" }
          : {
              kind: "PPPK" as const,
              golongan: "XVII",
              contractEnd: "2029-09-30",
            }),
      },
    }),
  );

describe.each(orientations)("in %s", (orientation) => {
  const front = shapes[`front-${orientation}`];

  test("no text leaves its box, whatever the words", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(tooWide(frontTexts(card, orientation))).toEqual([]);
        expect(tooWide(backTexts(card, orientation))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("texts overlap neither each other nor the photo, the QR or the edge", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const { photo, qrPanel, rule } = fronts[orientation];
        const boxes = frontTexts(card, orientation).map(({ box }) => box);
        expect(overlapping([...boxes, photo, qrPanel, rule])).toEqual([]);
        expect(outside(boxes, front)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("the back's texts keep to their places", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const { rule } = backs[orientation];
        const boxes = backTexts(card, orientation).map(({ box }) => box);
        expect(overlapping([...boxes, rule])).toEqual([]);
        expect(outside(boxes, front)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ["of today's short addresses, of 29 modules", 29, 8],
    ["of long addresses, of 33 modules", 33, 8],
    ["with a signed payload, of 61 modules", 61, 4],
  ])("there is room for a QR %s", (_, size, most) => {
    const { qrPanel } = fronts[orientation];
    const { x, y, module } = placeQr({ size }, qrPanel);

    expect(module).toBe(most);
    // On the squares of JPEG, with four modules of white on each side.
    expect([x % 8, y % 8]).toEqual([0, 0]);
    for (const [first, from, side] of [
      [x, qrPanel.x, qrPanel.width],
      [y, qrPanel.y, qrPanel.height],
    ] as const) {
      expect(first - from).toBeGreaterThanOrEqual(4 * module);
      expect(from + side - first - size * module).toBeGreaterThanOrEqual(4 * module);
    }
  });

  test("nothing that is to be read is smaller than 5 points on a printed card", () => {
    const pointsPerPixel = 72 / 300;
    for (const { content } of extremeCards)
      for (const { size, text } of [
        ...frontTexts(content, orientation),
        ...backTexts(content, orientation),
      ])
        expect(size * pointsPerPixel, text).toBeGreaterThanOrEqual(5);
  });
});

const cutLying = {
  "many-degrees": ["jabatan", "unitKerja"],
  "one-long-word": ["name"],
  capitals: ["unitKerja", "instansi"],
  longest: ["name", "jabatan", "unitKerja", "instansi"],
};
const cutUpright = {
  "one-long-word": ["name"],
  longest: ["name", "jabatan", "unitKerja", "instansi"],
};

test.each([
  ["landscape", cutLying],
  ["portrait", cutUpright],
] as const)("in %s only the longest texts lose an end, and they are told", (orientation, cut) => {
  const shortened = extremeCards.map(({ name, content }) => {
    const template = templateFor(content.look, content.text.kind);
    const layout = layoutFront(content, template, orientation, measure);
    const isCut = layout.texts.some(({ text }) => text.endsWith("…"));
    expect(isCut, name).toBe(layout.shortened.length > 0);
    return [name, layout.shortened];
  });

  expect(Object.fromEntries(shortened.filter(([, fields]) => fields?.length))).toEqual(cut);
});

test("a front says everything the law puts on it", () => {
  const said = frontTexts(
    aCard({
      text: {
        ...unranked,
        kind: "PPPK",
        nip: "19910517 202421 1 003",
        golongan: "IX",
        contractEnd: "2029-02-28",
      },
    }),
    "portrait",
  ).map(({ text }) => text);

  expect(said).toEqual([
    "KARTU ASN VIRTUAL",
    "Aparatur Sipil Negara Republik Indonesia",
    "PPPK",
    "Status: pindai QR",
    "Siti Contohwati, S.Kom., M.T.",
    "NI PPPK",
    "19910517 202421 1 003",
    "Golongan",
    "IX",
    "Diterbitkan",
    "21 November 2026",
    "Berlaku sampai",
    "28 Februari 2029",
    "Jabatan",
    "Pranata Komputer Ahli Muda",
    "Unit kerja",
    "Dinas Komunikasi dan Informatika",
    "Instansi",
    "Pemerintah Kabupaten Contoh",
    "Nomor Seri",
    "A2010 0000123",
    "Kode Periksa",
    "7K2Q-9MXB",
  ]);
});

test("a preview has no serial number, no Kode Periksa and no day of issue", () => {
  const said = frontTexts(aCard({ issue: undefined }), "landscape").map(({ text }) => text);

  expect(said).toContain("belum terbit");
  expect(said.join()).not.toMatch(/Diterbitkan|A2010|Kode Periksa/);
});

test("the backs of two holders of one agency do not differ", () => {
  const one = aCard();
  const other = aCard({
    seed: "00ff00ff".repeat(8),
    text: { ...one.text, name: "Sumarno", nip: "1" },
  });
  const template = templateFor(one.look, "PNS");
  const back = ({ text, host }: CardContent) =>
    layoutBack({ instansi: text.instansi, host }, template, "portrait", measure);

  expect(back(one)).toEqual(back(other));
  expect(layoutVersion({ ...template, version: "t1-0" }, "portrait", measure)[0]?.text).toBe(
    "Templat t1-0",
  );
});
