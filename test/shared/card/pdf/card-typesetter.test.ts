import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { type CardContent, type DocumentName, documents } from "#shared/card/card-content.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { layoutBack } from "#shared/card/design/layout-back.ts";
import { layoutFront, layoutHeader } from "#shared/card/design/layout-front.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { CardTypesetter } from "#shared/card/pdf/card-typesetter.ts";
import { channels } from "#shared/render/color.ts";
import { measure } from "#shared/render/fonts.ts";
import { portraitPng } from "../../../../local/demo/portrait.ts";
import { longest } from "../../../support/card-signer.ts";
import { digitsOf } from "../../../support/signed-digits.ts";
import { decoders } from "../drawing/decoders.ts";
import { aCard, extremeCards } from "../drawing/extreme-cards.ts";
import { facePlace, facesOf, named, type PdfFile, readPdf, textOf, withEntry } from "./read-pdf.ts";

const typesetter = new CardTypesetter(new CheckedTemplates());

const landscape: DocumentName = { shape: "landscape", sheet: "card" };

let photo: Buffer;
beforeAll(async () => {
  photo = await portraitPng(7);
});

async function draw(content: CardContent = aCard(), name = landscape): Promise<Buffer> {
  return await typesetter.setDocument(content, photo, name);
}

test.each([
  [{ shape: "landscape", sheet: "card" }, ["0 0 242.65 153.01", "0 0 242.65 153.01"]],
  [{ shape: "portrait", sheet: "card" }, ["0 0 153.01 242.65", "0 0 153.01 242.65"]],
  [{ shape: "landscape", sheet: "a4" }, ["0 0 595.28 841.89"]],
  [{ shape: "portrait", sheet: "a4" }, ["0 0 595.28 841.89"]],
] as const)("%j has pages of %j points", async (name, sizes) => {
  const pages = withEntry(readPdf(await draw(aCard(), name)), "/Type /Page ");

  for (const box of ["MediaBox", "CropBox", "TrimBox"])
    expect(pages.map(({ body }) => new RegExp(`/${box} \\[(.*?)\\]`).exec(body)?.[1])).toEqual(
      sizes,
    );
});

test("a sheet of A4 has both faces at their true size, and eight marks at each", async () => {
  const [page] = withEntry(
    readPdf(await draw(aCard(), { shape: "portrait", sheet: "a4" })),
    "/Type /Page ",
  );
  const pdf = readPdf(await draw(aCard(), { shape: "portrait", sheet: "a4" }));
  const content = named(pdf, page ?? { body: "", stream: undefined }, "Contents").stream;
  const scales = [...String(content).matchAll(facePlace)];
  const [, ...marks] = String(content).split("0 G 0.25 w");

  expect(scales).toHaveLength(2);
  for (const [, x, y] of scales) {
    expect(Number(x) * 6380).toBeCloseTo(153.01, 2);
    expect(Number(y) * 10_110).toBeCloseTo(242.65, 2);
  }
  expect(marks.map((lines) => lines.match(/ l$/gm)?.length)).toEqual([8, 8]);
});

test.each(extremeCards.map((card) => [card.name, card.content] as const))(
  "%s: every line of the drawing is text that can be searched",
  async (_, content) => {
    for (const shape of ["landscape", "portrait"] as const) {
      const pdf = readPdf(await draw(content, { shape, sheet: "card" }));
      const [front = [], back = []] = facesOf(pdf).map((face) => textOf(pdf, face));
      const template = templateFor(content.look, content.text.kind);
      const issuer = { instansi: content.text.instansi, host: content.host };
      const wordsOf = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);

      expect(front).toEqual(
        expect.arrayContaining([
          ...wordsOf(layoutHeader(template, shape, measure)),
          ...wordsOf(layoutFront(content, template, shape, measure).texts),
        ]),
      );
      expect(back).toEqual(
        expect.arrayContaining(wordsOf(layoutBack(issuer, template, shape, measure).texts)),
      );
      expect([...front, ...back].join("")).not.toContain("�");
    }
  },
);

test.each([
  ["an unsigned card", {}],
  ["a signed card", { signedDigits: digitsOf(longest) }],
])("the QR of %s is one path, and says what it should", async (_, signed) => {
  const pdf = readPdf(await draw(aCard(signed)));
  const [front] = facesOf(pdf);
  const paths = /(?:^[\d ]+ re\n){100,}f$/gm;
  const [modules = "", ...others] = String(front?.stream).match(paths) ?? [];
  const [width, height] = [1011, 638];
  const data = Buffer.alloc(4 * width * height, 255);
  for (const [, x = 0, y = 0, w = 0, h = 0] of modules.matchAll(/(\d+) (\d+) (\d+) (\d+) re/g)) {
    // Tenths of a pixel; every module is on whole ones.
    const [left, top, right, bottom] = [+x / 10, +y / 10, (+x + +w) / 10, (+y + +h) / 10];
    for (let row = top; row < bottom; row++)
      for (let column = left; column < right; column++)
        data.fill(0, 4 * (row * width + column), 4 * (row * width + column) + 3);
  }

  expect(others).toEqual([]);
  expect(await decoders.zxing({ data, width, height })).toBe(
    [aCard().qrText, ...Object.values(signed)].join("#"),
  );
});

test("the same content and photo are the same bytes", async () => {
  const all = () =>
    Promise.all(documents.map((name) => typesetter.setDocument(aCard(), photo, name)));
  const [once, again] = [await all(), await all()];

  expect(once).toHaveLength(4);
  expect(again).toEqual(once);
});

test("another content is another file by its identifier", async () => {
  const idOf = ({ trailer }: PdfFile) => /\/ID \[<(\w{32})> <\1>\]/.exec(trailer)?.[1];
  const [one, other] = [readPdf(await draw()), readPdf(await draw(aCard({ host: "x.example" })))];

  expect(idOf(one)).toBeDefined();
  expect(idOf(one)).not.toBe(idOf(other));
});

test("the properties of a document tell nothing of its holder, nor when it was made", async () => {
  const pdf = readPdf(await draw());
  const info = pdf.objects.get(Number(/\/Info (\d+)/.exec(pdf.trailer)?.[1]));
  const title = Buffer.from("KARTU ASN VIRTUAL", "utf16le").swap16().toString("hex");

  expect(info?.body).toBe(`<< /Title <feff${title}> /Creator <feff${title}> >>`);
});

test("images are of 300 dpi and more, grounds with 36 pixels around them, and the photo has its transparency", async () => {
  const pdf = readPdf(await draw());
  const images = withEntry(pdf, "/Filter /DCTDecode");
  const sizes = await Promise.all(
    images.map(async ({ stream }) => {
      const { width, height, format } = await sharp(stream).metadata();
      return [width, height, format];
    }),
  );

  expect(sizes).toEqual([
    [1083, 710, "jpeg"],
    [450, 575, "jpeg"],
    [1083, 710, "jpeg"],
  ]);
  const mask = named(pdf, images[1] ?? { body: "", stream: undefined }, "SMask").stream;
  const alpha = await sharp(photo).extractChannel("alpha").raw().toBuffer();
  expect(mask).toEqual(alpha);
});

test("where the photo is transparent, its JPEG has the colour of what lies behind", async () => {
  const [, image] = withEntry(readPdf(await draw()), "/Filter /DCTDecode");
  const pixel = await sharp(image?.stream)
    .extract({ left: 4, top: 4, width: 1, height: 1 })
    .raw()
    .toBuffer();
  const [panel] = templateFor(aCard().look, "PNS").palette.panel;

  for (const [index, wanted] of channels(panel).entries())
    expect(Math.abs((pixel[index] ?? 0) - wanted)).toBeLessThan(4);
});

test("a photo without transparency is refused", async () => {
  const opaque = await sharp(photo).removeAlpha().png().toBuffer();

  await expect(typesetter.setDocument(aCard(), opaque, landscape)).rejects.toThrow(
    "no transparency",
  );
  await expect(
    typesetter.setDocument(aCard(), Buffer.from("no photo"), landscape),
  ).rejects.toThrow();
});

test("printing is at true size unless a person wants it otherwise", async () => {
  const [catalog] = withEntry(readPdf(await draw()), "/Type /Catalog");

  expect(catalog?.body).toContain("/PrintScaling /None");
});
