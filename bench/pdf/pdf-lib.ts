/** A card's two pages as pdf-lib makes them: the usual way, with all that is its strong side prepared. */
import { readFileSync } from "node:fs";
import fontkit from "@pdf-lib/fontkit";
import { PDFDocument, type PDFPage } from "pdf-lib";
import type { CardContent } from "#shared/card/card-content.ts";
import { faceMarks, frontParts } from "#shared/card/design/face.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { bleedPixels, Grounds } from "#shared/card/pdf/grounds.ts";
import type { Weight } from "#shared/render/fit-text.ts";
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
const grounds = new Grounds();

/** All that the product draws, by the same code: ground, photo, words, code, braids, seal and microtext. */
export async function drawWithPdfLib(content: CardContent, photo: Buffer): Promise<Uint8Array> {
  const template = templateFor(content.look, content.text.kind);
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const embedded = await Promise.all(
    fontFiles.map(async (file, index) => {
      const font = await document.embedFont(file, { subset: true });
      return [weights[index] ?? 500, font] as const;
    }),
  );
  const [fonts, image] = [new Map(embedded), await document.embedPng(photo)];
  const parts = frontParts(template, content);
  for (const face of ["front-landscape", "back-landscape"] as const) {
    const marks = faceMarks(face, template, content, parts);
    const page = await newPage(document, grounds.of(marks));
    new PdfLibPen(page, pixel, fonts, image).draw([...marks.words.marks(), ...marks.own()]);
  }
  return document.save();
}

async function newPage(document: PDFDocument, ground: Buffer): Promise<PDFPage> {
  const page = document.addPage([pageWidth, pageHeight]);
  const bleed = bleedPixels * pixel;
  page.drawImage(await document.embedJpg(ground), {
    x: -bleed,
    y: -bleed,
    width: pageWidth + 2 * bleed,
    height: pageHeight + 2 * bleed,
  });
  return page;
}
