import { a4 } from "#shared/card/pdf/paper.ts";
import { measure } from "#shared/render/fonts.ts";
import { finishDocument } from "#shared/render/pdf/document.ts";
import { EmbeddedFonts } from "#shared/render/pdf/embedded-fonts.ts";
import { numbers, unitsPerPixel } from "#shared/render/pdf/operands.ts";
import { setPage } from "#shared/render/pdf/page.ts";
import { PdfResources } from "#shared/render/pdf/pdf-resources.ts";
import { PdfWriter, type Reference } from "#shared/render/pdf/pdf-writer.ts";
import { StructureTree } from "#shared/render/pdf/structure-tree.ts";
import { taggedContent } from "#shared/render/pdf/tagged-content.ts";
import { PdfPen } from "#shared/render/pdf-pen.ts";
import type { Box } from "#shared/render/place-text.ts";
import type { ActivationLetter } from "./activation-letter.ts";
import { letterMarks, letterSize } from "./letter-marks.ts";
import { letterTitle } from "./letter-texts.ts";

/** Points of a pixel. */
const scale = a4[0] / letterSize.width;

/** Sets letters for print, a page of A4 each, with the pens of the cards. The same letters give the same bytes. */
export class LetterTypesetter {
  readonly #fonts = new EmbeddedFonts();

  /** Yields the file piece by piece; the next letter is asked for when the bytes of the last one were taken. */
  async *set(letters: AsyncIterable<ActivationLetter>): AsyncGenerator<Uint8Array> {
    const writer = new PdfWriter();
    const pageTree = writer.reserve();
    const structure = new StructureTree(writer);
    const resources = new PdfResources(writer, this.#fonts);
    const pen = new PdfPen(resources);
    const pages: Reference[] = [];
    for await (const letter of letters) {
      const { content, tags } = taggedContent(pen.draw(letterMarks(letter, measure)), 0);
      const page = writer.reserve();
      const turned = numbers(scale / unitsPerPixel, 0, 0, -scale / unitsPerPixel, 0, a4[1]);
      setPage(writer, page, {
        ...{ pageTree, size: a4, resources: resources.entries, images: [] },
        content: `q ${turned} cm\n${content}Q\n`,
        structParents: structure.addPage(page, [
          tags.map(({ box, ...tag }) => ({ ...tag, ...(box && { corners: cornersOf(box) }) })),
        ]),
      });
      pages.push(page);
      yield writer.take();
    }
    resources.finish();
    finishDocument(writer, { pages, pageTree, structure, title: letterTitle, language: "id" });
    yield writer.take();
  }
}

/** Left, bottom, right and top in points. */
function cornersOf({ x, y, width, height }: Box): readonly [number, number, number, number] {
  const top = a4[1] - y * scale;
  return [x * scale, top - height * scale, (x + width) * scale, top];
}
