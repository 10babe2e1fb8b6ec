import { a4 } from "#shared/render/pdf/a4-setter.ts";
import { finishDocument } from "#shared/render/pdf/document.ts";
import { unitsPerPixel } from "#shared/render/pdf/operands.ts";
import { setPage } from "#shared/render/pdf/page.ts";
import type { PdfWriter, Reference } from "#shared/render/pdf/pdf-writer.ts";
import { type PlacedTag, StructureTree } from "#shared/render/pdf/structure-tree.ts";
import { type NumberedTag, taggedContent } from "#shared/render/pdf/tagged-content.ts";
import type { DocumentName } from "../card-content.ts";
import type { CardFaces, SetFace } from "./card-faces.ts";
import { cardSizes, cropMarks, placeOnA4, rowsOnA4, type Size } from "./paper.ts";

/** A face's bottom left corner on its page, in points. */
interface PlacedFace {
  readonly face: SetFace;
  readonly x: number;
  readonly y: number;
}

/** The pages of one file, in the order of the cards: two pages of a card's size for each, or sheets of A4 with several. */
export class Pages {
  readonly #writer: PdfWriter;
  readonly #name: DocumentName;
  readonly #resources: string;
  readonly #tree: Reference;
  readonly #structure: StructureTree;
  readonly #pages: Reference[] = [];
  /** Cards that wait until their sheet is full. */
  #waiting: CardFaces[] = [];

  /** @param resources that all faces share */
  constructor(writer: PdfWriter, name: DocumentName, resources: string) {
    this.#writer = writer;
    this.#name = name;
    this.#resources = resources;
    this.#tree = writer.reserve();
    this.#structure = new StructureTree(writer);
  }

  add(card: CardFaces): void {
    const { shape, sheet } = this.#name;
    if (sheet === "a4") {
      this.#waiting.push(card);
      if (this.#waiting.length === rowsOnA4[shape]) this.#addSheet();
      return;
    }
    for (const face of card) this.#addPage(cardSizes[shape], [{ face, x: 0, y: 0 }], "");
  }

  /**
   * Ends the file.
   * @param title of a template, the same for all its cards: nobody's name is in a document's properties
   */
  finish(title: string): void {
    if (this.#waiting.length > 0) this.#addSheet();
    finishDocument(this.#writer, {
      pages: this.#pages,
      pageTree: this.#tree,
      structure: this.#structure,
      title,
      language: "id",
    });
  }

  #addSheet(): void {
    const { shape } = this.#name;
    const placed = this.#waiting.flatMap((card, row) =>
      card.map((face, column): PlacedFace => {
        const [x, y] = placeOnA4(shape, row, column);
        return { face, x, y };
      }),
    );
    const marks = placed.map(({ x, y }) => cropMarks(x, y, cardSizes[shape]));
    this.#addPage(a4, placed, marks.join(""));
    this.#waiting = [];
  }

  #addPage(paper: Size, placed: readonly PlacedFace[], marks: string): void {
    const page = this.#writer.reserve();
    const size = cardSizes[this.#name.shape];
    const sections: PlacedTag[][] = [];
    let content = "";
    let first = 0;
    for (const { face, x, y } of placed) {
      const [scaleX, scaleY] = scalesOf(face, size);
      const own = taggedContent(face.pieces, first);
      const place = [scaleX / unitsPerPixel, 0, 0, -scaleY / unitsPerPixel, x, y + size[1]];
      content += `q ${place.map(precise).join(" ")} cm\n${face.ground}${own.content}Q\n`;
      sections.push(own.tags.map((tag) => placedTag(tag, { face, x, y }, size)));
      first += own.tags.length;
    }
    const images = new Map(placed.flatMap(({ face }) => face.images));
    const structParents = this.#structure.addPage(page, sections);
    setPage(this.#writer, page, {
      ...{ pageTree: this.#tree, size: paper, resources: this.#resources, structParents },
      ...{ images: [...images], content: content + marks },
    });
    this.#pages.push(page);
  }
}

/** How many points a pixel has, so that the face has its true size. */
function scalesOf({ shape }: SetFace, [width, height]: Size): Size {
  return [width / shape.width, height / shape.height];
}

function placedTag(
  { box, ...tag }: NumberedTag,
  { face, x, y }: PlacedFace,
  size: Size,
): PlacedTag {
  if (!box) return tag;
  const [scaleX, scaleY] = scalesOf(face, size);
  const [left, top] = [x + box.x * scaleX, y + size[1] - box.y * scaleY];
  return { ...tag, corners: [left, top - box.height * scaleY, left + box.width * scaleX, top] };
}

/** It has many digits, because it is multiplied by thousands of tenths of pixels. */
function precise(value: number): string {
  return String(Number(value.toFixed(8)));
}
