/** A card's two pages as pdf-lib makes them: the usual way, with all that is its strong side prepared. */
import { readFileSync } from "node:fs";
import fontkit from "@pdf-lib/fontkit";
import { PDFDocument, type PDFFont, type PDFPage, rgb } from "pdf-lib";
import type { CardContent } from "#shared/card/card-content.ts";
import { channels } from "#shared/card/drawing/color.ts";
import { type Weight, widthOf } from "#shared/card/drawing/fit-text.ts";
import { measure } from "#shared/card/drawing/fonts.ts";
import { fronts, shapes } from "#shared/card/drawing/geometry.ts";
import { layoutBack, layoutVersion } from "#shared/card/drawing/layout-back.ts";
import { layoutFront, layoutHeader } from "#shared/card/drawing/layout-front.ts";
import { leftOf, type PlacedText } from "#shared/card/drawing/place-text.ts";
import { fitQr, qrOf } from "#shared/card/drawing/qr.ts";
import { templateFor, templateVersion } from "#shared/card/drawing/template.ts";
import { groundOf } from "#shared/card/pdf/images.ts";

const [pageWidth, pageHeight, pixel] = [242.65, 153.01, 0.24];
const weights: readonly Weight[] = [500, 700, 800];
const fontFiles = weights.map((weight) =>
  readFileSync(
    new URL(
      `../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-${weight}-normal.woff`,
      import.meta.url,
    ),
  ),
);

/** Ground, photo, all words and the QR. Without ribbons, seal, microtext and kerning, which the product draws too. */
export async function drawWithPdfLib(content: CardContent, photo: Buffer): Promise<Uint8Array> {
  const template = templateFor(content.instansiId, content.text.kind);
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const embedded = await Promise.all(
    fontFiles.map((file) => document.embedFont(file, { subset: true })),
  );
  const fonts = new Map(weights.map((weight, index) => [weight, embedded[index]] as const));
  const front = await newPage(document, groundOf(template, shapes["front-landscape"]));
  const { photo: place } = fronts.landscape;
  front.drawImage(await document.embedPng(photo), {
    x: place.x * pixel,
    y: pageHeight - (place.y + place.height) * pixel,
    width: place.width * pixel,
    height: place.height * pixel,
  });
  drawTexts(front, fonts, layoutHeader(template, "landscape", measure));
  drawTexts(front, fonts, layoutFront(content, template, "landscape", measure));
  drawQr(front, content.qrText, template.palette.ink);
  const back = await newPage(document, groundOf(template, shapes["back-landscape"]));
  const issuer = { instansi: content.text.instansi, host: content.host };
  drawTexts(back, fonts, layoutBack(issuer, template, "landscape", measure));
  drawTexts(back, fonts, layoutVersion(templateVersion, content.seed, "landscape", measure));
  return document.save();
}

async function newPage(document: PDFDocument, ground: Buffer): Promise<PDFPage> {
  const page = document.addPage([pageWidth, pageHeight]);
  page.drawImage(await document.embedJpg(ground), { width: pageWidth, height: pageHeight });
  return page;
}

function drawTexts(
  page: PDFPage,
  fonts: ReadonlyMap<Weight, PDFFont | undefined>,
  texts: readonly PlacedText[],
): void {
  for (const placed of texts) {
    const { text, size, weight, color, baseline } = placed;
    const font = fonts.get(weight);
    if (!font) throw new Error(`There is no font of weight ${weight}.`);
    page.drawText(text, {
      x: leftOf(placed, widthOf(text, placed, measure) * size) * pixel,
      y: pageHeight - baseline * pixel,
      size: size * pixel,
      font,
      color: colorOf(color),
    });
  }
}

function drawQr(page: PDFPage, text: string, ink: string): void {
  const { qrPanel } = fronts.landscape;
  const qr = qrOf(text);
  const { module, offset } = fitQr(qr, qrPanel.width);
  page.drawRectangle({
    x: qrPanel.x * pixel,
    y: pageHeight - (qrPanel.y + qrPanel.height) * pixel,
    width: qrPanel.width * pixel,
    height: qrPanel.height * pixel,
    color: rgb(1, 1, 1),
  });
  const path = qr.runs.map(
    ([row, column, length]) =>
      `M${column * module} ${row * module}h${length * module}v${module}h${-length * module}Z`,
  );
  page.drawSvgPath(path.join(""), {
    x: (qrPanel.x + offset) * pixel,
    y: pageHeight - (qrPanel.y + offset) * pixel,
    scale: pixel,
    color: colorOf(ink),
  });
}

function colorOf(color: string) {
  const [red, green, blue] = channels(color);
  return rgb(red / 255, green / 255, blue / 255);
}
