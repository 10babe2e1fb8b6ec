/** Sets pages of A4 with the pens of the cards: text stays text, and is read in its order. */
import { a4Pixels } from "../a4-column.ts";
import type { Measure } from "../fit-text.ts";
import type { Mark } from "../mark.ts";
import { PdfPen } from "../pdf-pen.ts";
import type { Box } from "../place-text.ts";
import { type DocumentEntries, finishDocument } from "./document.ts";
import { EmbeddedFonts } from "./embedded-fonts.ts";
import { numbers, unitsPerPixel } from "./operands.ts";
import { setPage } from "./page.ts";
import { addJpeg } from "./pdf-images.ts";
import { PdfResources } from "./pdf-resources.ts";
import { PdfWriter, type Reference } from "./pdf-writer.ts";
import { StructureTree } from "./structure-tree.ts";
import { taggedContent } from "./tagged-content.ts";

/** In points. */
export const a4 = [595.28, 841.89] as const;

/** Points of a pixel. */
const scale = a4[0] / a4Pixels.width;

/** What a file is called and says, and its pictures by the names of their marks: letters, digits and hyphens. */
interface Told extends Pick<DocumentEntries, "title" | "language"> {
  readonly pictures?: ReadonlyMap<string, Jpeg>;
}

/** Opaque, in pixels. */
interface Jpeg {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

/** It caches its fonts, so a function makes one when it starts. The same pages give the same bytes. */
export class A4Setter {
  readonly #fonts = new EmbeddedFonts();
  /** The widths that its texts are placed with. */
  readonly measure: Measure;

  /** @param measure the canvas's, which kerns; of the fonts alone unless told, which needs no canvas */
  constructor(measure?: Measure) {
    this.measure = measure ?? this.#fonts.measure;
  }

  /** A short file as a whole. */
  async file(...wanted: Parameters<A4Setter["set"]>): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    for await (const part of this.set(...wanted)) parts.push(part);
    return Buffer.concat(parts);
  }

  /** Yields the file piece by piece; the next page is asked for when the bytes of the last one were taken. */
  async *set(
    marked: AsyncIterable<readonly Mark[]> | Iterable<readonly Mark[]>,
    { pictures, ...told }: Told,
  ): AsyncGenerator<Uint8Array> {
    const writer = new PdfWriter();
    const pageTree = writer.reserve();
    const structure = new StructureTree(writer);
    const resources = new PdfResources(writer, this.#fonts, this.measure);
    const pen = new PdfPen(resources);
    const pages: Reference[] = [];
    for await (const marks of marked) {
      const { content, tags } = taggedContent(pen.draw(marks), 0);
      const page = writer.reserve();
      const turned = numbers(scale / unitsPerPixel, 0, 0, -scale / unitsPerPixel, 0, a4[1]);
      setPage(writer, page, {
        ...{ pageTree, size: a4, resources: resources.entries },
        images: imagesOf(marks, pictures, writer),
        content: `q ${turned} cm\n${content}Q\n`,
        structParents: structure.addPage(page, [
          tags.map(({ box, ...tag }) => ({ ...tag, ...(box && { corners: cornersOf(box) }) })),
        ]),
      });
      pages.push(page);
      yield writer.take();
    }
    resources.finish();
    finishDocument(writer, { pages, pageTree, structure, ...told });
    yield writer.take();
  }
}

/** Each stands on one page: it is written with it. @throws Error when a mark names a picture that is not there */
function imagesOf(
  marks: readonly Mark[],
  pictures: Told["pictures"],
  writer: PdfWriter,
): readonly (readonly [string, Reference])[] {
  return marks.flatMap((mark) => {
    if (mark.kind !== "picture" || mark.name === undefined) return [];
    const picture = pictures?.get(mark.name);
    if (!picture) throw new Error(`There is no picture ${mark.name}.`);
    return [[mark.name, addJpeg(writer, picture, picture.jpeg)] as const];
  });
}

/** Left, bottom, right and top in points. */
function cornersOf({ x, y, width, height }: Box): readonly [number, number, number, number] {
  const top = a4[1] - y * scale;
  return [x * scale, top - height * scale, (x + width) * scale, top];
}
