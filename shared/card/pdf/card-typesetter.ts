import { setImmediate } from "node:timers/promises";
import { EmbeddedFonts } from "#shared/render/pdf/embedded-fonts.ts";
import type { PictureLayers } from "#shared/render/pdf/pdf-images.ts";
import { PdfWriter } from "#shared/render/pdf/pdf-writer.ts";
import { PictureEncoder } from "#shared/render/pdf/picture-encoder.ts";
import type { CardContent, DocumentName } from "../card-content.ts";
import type { CheckedTemplates } from "../design/checked-templates.ts";
import type { Template } from "../design/template.ts";
import { FaceSetter, type SharedParts } from "./card-faces.ts";
import { Grounds } from "./grounds.ts";
import { Pages } from "./pages.ts";

export interface PrintedCard {
  readonly content: CardContent;
  /** PNG, a cut-out with transparency, 450x575. */
  readonly photo: Buffer;
}

/**
 * Sets cards for print: words as text, QR and lines as outlines, over the ground as an image. It caches what its files
 * share, so a function makes one when it starts. The same contents and photos give the same bytes.
 */
export class CardTypesetter {
  readonly #shared: SharedParts;
  readonly #pictures = new PictureEncoder();

  constructor(templates: CheckedTemplates) {
    this.#shared = { templates, grounds: new Grounds(), fonts: new EmbeddedFonts() };
  }

  /**
   * Sets one card as a file to print.
   * @param photo a cut-out with transparency, 450x575
   * @throws Error when the photo cannot be decoded or has no transparency, or the QR's text is not alphanumeric
   */
  async setDocument(content: CardContent, photo: Buffer, name: DocumentName): Promise<Buffer> {
    const template = this.#shared.templates.of(content.look, content.text.kind);
    const writer = new PdfWriter();
    const faces = new FaceSetter(writer, name.shape, this.#shared);
    const pages = new Pages(writer, name, faces.resources);
    pages.add(faces.add(content, this.#layersOf(photo, template)));
    faces.finish();
    pages.finish(template.texts.title);
    return writer.take();
  }

  /**
   * Sets many cards as one file to print, in their order: two pages of a card's size for each, or as many fronts with
   * their backs on a sheet of A4 as it holds. It yields the file piece by piece. Of each card only the places of its objects
   * stay in memory, and the next card is asked for when the bytes of the last one were taken.
   * @throws Error when there is no card, or a photo or a QR's text is not as `setDocument` needs it
   */
  async *setUnit(
    cards: AsyncIterable<PrintedCard>,
    sheet: DocumentName,
  ): AsyncGenerator<Uint8Array> {
    const writer = new PdfWriter();
    const faces = new FaceSetter(writer, sheet.shape, this.#shared);
    const pages = new Pages(writer, sheet, faces.resources);
    let title: string | undefined;
    for await (const { content, photo } of cards) {
      const template = this.#shared.templates.of(content.look, content.text.kind);
      title ??= template.texts.title;
      pages.add(faces.add(content, this.#layersOf(photo, template)));
      yield writer.take();
      // Decoded photos are freed on a later tick only: without a pause their memory would add up.
      await setImmediate();
    }
    if (title === undefined) throw new Error("There is no card to print.");
    faces.finish();
    pages.finish(title);
    yield writer.take();
  }

  #layersOf(photo: Buffer, { palette }: Template): PictureLayers {
    return this.#pictures.encode(photo, palette.panel[0]);
  }
}
