import { pictureLayers } from "#shared/render/pdf/pdf-images.ts";
import { PdfWriter } from "#shared/render/pdf/pdf-writer.ts";
import type { CardDocument } from "../card-bucket.ts";
import { documents as allDocuments, type CardContent, type DocumentName } from "../card-content.ts";
import { templateFor } from "../design/template.ts";
import { FaceSetter } from "./card-faces.ts";
import { Pages } from "./pages.ts";

/**
 * Sets a card for print: words as text, QR and lines as outlines, over the ground as an image. Pure: the same content
 * and photo are the same bytes.
 * @param photo a cut-out with transparency, 450x575
 * @throws Error when the photo cannot be decoded or has no transparency, or the QR's text is not alphanumeric
 */
export async function drawCardDocuments(
  content: CardContent,
  photo: Buffer,
  wanted: readonly DocumentName[] = allDocuments,
): Promise<readonly CardDocument[]> {
  const { texts, palette } = templateFor(content.instansiId, content.text.kind);
  const layers = pictureLayers(photo, palette.panel[0]);
  const documents: CardDocument[] = [];
  for (const shape of new Set(wanted.map((document) => document.shape))) {
    const writer = new PdfWriter();
    const faces = new FaceSetter(writer, shape);
    const card = faces.add(content, layers);
    faces.finish();
    for (const name of wanted.filter((document) => document.shape === shape)) {
      const file = writer.fork();
      const pages = new Pages(file, name, faces.resources);
      pages.add(card);
      pages.finish(texts.title);
      documents.push({ ...name, pdf: file.take() });
    }
  }
  return documents;
}
