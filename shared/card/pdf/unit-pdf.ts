import { setImmediate } from "node:timers/promises";
import { pictureLayers } from "#shared/render/pdf/pdf-images.ts";
import { PdfWriter } from "#shared/render/pdf/pdf-writer.ts";
import type { CardContent, DocumentName } from "../card-content.ts";
import { templateFor } from "../design/template.ts";
import { FaceSetter } from "./card-faces.ts";
import { Pages } from "./pages.ts";

export interface PrintedCard {
  readonly content: CardContent;
  /** PNG, a cut-out with transparency, 450x575. */
  readonly photo: Buffer;
}

/**
 * Sets many cards as one file to print, in their order: two pages of a card's size for each, or as many fronts with
 * their backs on a sheet of A4 as it holds. Gives the file piece by piece: of a card nothing stays but where its
 * objects lie, and the next card is asked for when the last one's bytes are taken. Pure, as a single card's document.
 * @throws Error when there is no card, or a photo or a QR's text is not as `drawCardDocuments` needs it
 */
export async function* drawUnitPdf(
  cards: AsyncIterable<PrintedCard>,
  sheet: DocumentName,
): AsyncGenerator<Uint8Array> {
  const writer = new PdfWriter();
  const faces = new FaceSetter(writer, sheet.shape);
  const pages = new Pages(writer, sheet, faces.resources);
  let title: string | undefined;
  for await (const { content, photo } of cards) {
    const { texts, palette } = templateFor(content.instansiId, content.text.kind);
    title ??= texts.title;
    pages.add(faces.add(content, pictureLayers(photo, palette.panel[0])));
    yield writer.take();
    // The memory of decoded photos is freed on a later tick only: cards that come at once would pile it up.
    await setImmediate();
  }
  if (title === undefined) throw new Error("There is no card to print.");
  faces.finish();
  pages.finish(title);
  yield writer.take();
}
