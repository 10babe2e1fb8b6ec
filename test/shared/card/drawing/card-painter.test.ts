import { readFileSync } from "node:fs";
import sharp from "sharp";
import { beforeAll, expect, test, vi } from "vitest";
import { type CardContent, type Face, faces } from "#shared/card/card-content.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { layoutFront, layoutHeader } from "#shared/card/design/layout-front.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { contrast } from "#shared/render/color.ts";
import { fontLicense, measure } from "#shared/render/fonts.ts";
import type { Box } from "#shared/render/place-text.ts";
import { webpLicense } from "#shared/render/webp.ts";
import { portraitPng } from "../../../../local/demo/portrait.ts";
import { aCard, extremeCards } from "./extreme-cards.ts";

const painter = new CardPainter(new CheckedTemplates());

// Some tests draw a dozen faces.
vi.setConfig({ testTimeout: 30_000 });

let photo: Buffer;
beforeAll(async () => {
  photo = await portraitPng(7);
});

/** Faces in both formats. */
async function draw(content: CardContent, wanted: readonly Face[] = faces, of = photo) {
  return await Promise.all(
    painter
      .drawPngs(content, of, wanted)
      .map(async (drawn) => ({ ...drawn, webp: await painter.drawWebp(content, of, drawn.face) })),
  );
}

test("the same content and photo are the same bytes", async () => {
  const [once, again] = [await draw(aCard()), await draw(aCard())];

  expect(again).toEqual(once);
});

test("what was drawn before does not show through", async () => {
  const front = ["front-landscape"] as const;
  const first = await draw(aCard(), front);
  await draw(aCard({ issue: undefined, seed: "0123456789abcdef" }), front);

  expect(await draw(aCard(), front)).toEqual(first);
});

test("after a drawing that failed, the card before it is drawn anew", async () => {
  const front = ["front-landscape"] as const;
  const [first] = await draw(aCard(), front);
  await expect(draw(aCard(), front, Buffer.from("no picture"))).rejects.toThrow();
  const [again] = await draw(aCard(), front);

  expect(again?.webp.equals(first?.webp ?? Buffer.alloc(0))).toBe(true);
});

test("another photo of the same holder is drawn", async () => {
  const front = ["front-landscape"] as const;
  const [first] = await draw(aCard(), front);
  const [other] = await draw(aCard(), front, await portraitPng(3));

  expect(other?.webp.equals(first?.webp ?? Buffer.alloc(0))).toBe(false);
});

test("many at once are as one after the other", async () => {
  const other = aCard({ host: "other.example", seed: "0123456789abcdef" });
  const alone = [await draw(aCard()), await draw(other)];

  expect(await Promise.all([draw(aCard()), draw(other)])).toEqual(alone);
});

test("the faces have the size of CR80 at 300 dpi, and no transparency", async () => {
  const sizes = await Promise.all(
    (await draw(aCard())).map(async ({ face, png, webp }) => {
      const [a, b] = await Promise.all([sharp(png).metadata(), sharp(webp).metadata()]);
      expect([b.width, b.height, b.format]).toEqual([a.width, a.height, "webp"]);
      const { isOpaque } = await sharp(png).stats();
      return [face, a.width, a.height, isOpaque];
    }),
  );

  expect(sizes).toEqual([
    ["front-landscape", 1011, 638, true],
    ["back-landscape", 1011, 638, true],
    ["front-portrait", 638, 1011, true],
    ["back-portrait", 638, 1011, true],
  ]);
});

test("two cards with equal words differ by their hash", async () => {
  const front = ["front-portrait"] as const;
  const [one] = painter.drawPngs(aCard({ seed: "00000001".repeat(8) }), photo, front);
  const [other] = painter.drawPngs(aCard({ seed: "00000002".repeat(8) }), photo, front);

  expect(one?.png.equals(other?.png ?? Buffer.alloc(0))).toBe(false);
});

test.each(["back-landscape", "back-portrait"] as const)(
  "two holders of an agency have the same %s, to the byte",
  async (back) => {
    const other = aCard({
      seed: "00ff00ff".repeat(8),
      text: { ...aCard().text, name: "Sumarno", nip: "19700101 199001 1 001", golongan: "I/a" },
    });

    expect(await draw(other, [back], await portraitPng(3))).toEqual(await draw(aCard(), [back]));
  },
);

test("a photo that is not a picture is an error", async () => {
  await expect(draw(aCard(), faces, Buffer.from("no picture"))).rejects.toThrow();
});

test.each(["pns-usual", "pppk-usual"])(
  "texts of %s stand on a ground dark enough to read",
  async (usual) => {
    const { content } = extremeCards.find(({ name }) => name === usual) ?? { content: aCard() };
    const { kind } = content.text;
    const template = templateFor(content.look, kind);
    for (const orientation of ["landscape", "portrait"] as const) {
      const [face] = painter.drawPngs(content, photo, [`front-${orientation}`]);
      const texts = [
        ...layoutHeader(template, orientation, measure),
        ...layoutFront(content, template, orientation, measure).texts,
      ];
      for (const { text, color, box, size } of texts) {
        const inked = { ...box, width: Math.min(box.width, measure(text, 700) * size) };
        const ground = await medianColor(face?.png ?? Buffer.alloc(0), inked);
        expect(contrast(color, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  },
);

/** Of a box with letters most is ground. */
async function medianColor(png: Buffer, { x, y, width, height }: Box): Promise<string> {
  const area = {
    left: Math.floor(x),
    top: Math.floor(y),
    width: Math.ceil(width),
    height: Math.ceil(height),
  };
  const { data, info } = await sharp(png).extract(area).raw().toBuffer({ resolveWithObject: true });
  const channel = (index: number) => {
    const values = data.filter((_, at) => at % info.channels === index).sort();
    return (values[values.length >> 1] ?? 0).toString(16).padStart(2, "0");
  };
  return `#${channel(0)}${channel(1)}${channel(2)}`.toUpperCase();
}

test("the licences travel with what they are for", () => {
  expect(readFileSync(fontLicense, "utf8")).toContain("SIL OPEN FONT LICENSE");
  expect(readFileSync(webpLicense, "utf8")).toContain("Apache License");
});
