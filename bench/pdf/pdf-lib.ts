/** A card's two pages as pdf-lib makes them: the usual way, with all that is its strong side prepared. */
import { readFileSync } from "node:fs";
import { Image } from "@napi-rs/canvas";
import fontkit from "@pdf-lib/fontkit";
import { PDFDocument, type PDFPage } from "pdf-lib";
import type { CardContent } from "#shared/card/card-content.ts";
import { shapes } from "#shared/card/design/geometry.ts";
import { layoutHeader } from "#shared/card/design/layout-front.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { paintBackTexts, paintFrontDetails, paintVersion } from "#shared/card/drawing/details.ts";
import { paintTexts } from "#shared/card/drawing/paint.ts";
import { groundOf } from "#shared/card/pdf/images.ts";
import type { Weight } from "#shared/render/fit-text.ts";
import { measure } from "#shared/render/fonts.ts";
import { qrOf } from "#shared/render/qr.ts";
import { PdfLibPen } from "./pdf-lib-pen.ts";

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
const [frontShape, backShape] = [shapes["front-landscape"], shapes["back-landscape"]];
/** In the photo's place: the pen has it already. */
const namedByPen = new Image();

/** All that the product draws, by the same code: ground, photo, words, code, braids, seal and microtext. */
export async function drawWithPdfLib(content: CardContent, photo: Buffer): Promise<Uint8Array> {
  const template = templateFor(content.instansiId, content.text.kind);
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const embedded = await Promise.all(
    fontFiles.map(async (file, index) => {
      const font = await document.embedFont(file, { subset: true });
      return [weights[index] ?? 500, font] as const;
    }),
  );
  const [fonts, image] = [new Map(embedded), await document.embedPng(photo)];
  const penOn = (page: PDFPage) => new PdfLibPen(page, pixel, fonts, image);

  const front = penOn(await newPage(document, groundOf(template, frontShape)));
  paintTexts(front, layoutHeader(template, "landscape", measure));
  paintFrontDetails(front, frontShape, template, content, namedByPen, qrOf(content.qrText));
  front.finish();

  const back = penOn(await newPage(document, groundOf(template, backShape)));
  const issuer = { instansi: content.text.instansi, host: content.host };
  paintBackTexts(back, backShape, template, issuer);
  paintVersion(back, backShape, content);
  return document.save();
}

async function newPage(document: PDFDocument, ground: Buffer): Promise<PDFPage> {
  const page = document.addPage([pageWidth, pageHeight]);
  page.drawImage(await document.embedJpg(ground), { width: pageWidth, height: pageHeight });
  return page;
}
