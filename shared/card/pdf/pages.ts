/** Where faces stand on paper, in points (1/72 inch), y upwards from the bottom left. */

import { named } from "#shared/render/pdf/pdf-resources.ts";
import { type PdfWriter, type Reference, ref, textString } from "#shared/render/pdf/pdf-writer.ts";
import type { DocumentName } from "../card-content.ts";
import { type Orientation, shapes } from "../design/geometry.ts";
import { type CardFaces, pointsPerPixel } from "./card-faces.ts";

type Size = readonly [width: number, height: number];

/** CR80 (ISO/IEC 7810 ID-1): 85.60 x 53.98 mm. A thousandth less high than its whole pixels. */
const cardSizes: Readonly<Record<Orientation, Size>> = {
  landscape: [242.65, 153.01],
  portrait: [153.01, 242.65],
};
const a4: Size = [595.28, 841.89];
/** How many cards stand on a sheet of A4, one below the other. */
const rowsOnA4: Readonly<Record<Orientation, number>> = { landscape: 4, portrait: 3 };

const millimetre = 72 / 25.4;
/** Between the cards, and between front and back. */
const gap = 9 * millimetre;
/** Of the marks: clear of the card, so that none is left on it when the cut is not exact. */
const markDistance = 1.5 * millimetre;
const markLength = 4 * millimetre;

/** The pages of one file, in the order of their cards: two of a card's size for each, or as many on A4 as it holds. */
export class Pages {
  readonly #writer: PdfWriter;
  readonly #name: DocumentName;
  readonly #tree: Reference;
  readonly #pages: Reference[] = [];
  /** Cards that wait for their sheet to be full. */
  #waiting: CardFaces[] = [];

  constructor(writer: PdfWriter, name: DocumentName) {
    this.#writer = writer;
    this.#name = name;
    this.#tree = writer.reserve();
  }

  add(card: CardFaces): void {
    const { shape, sheet } = this.#name;
    if (sheet === "a4") {
      this.#waiting.push(card);
      if (this.#waiting.length === rowsOnA4[shape]) this.#addSheet();
      return;
    }
    for (const face of card) this.#addPage(cardSizes[shape], [face], placed(face, 0, 0, shape));
  }

  /**
   * Ends the file.
   * @param title of a template, the same for all its cards: nobody's name is in a document's properties
   */
  finish(title: string): void {
    if (this.#waiting.length > 0) this.#addSheet();
    const kids = this.#pages.map(ref).join(" ");
    this.#writer.set(this.#tree, `<< /Type /Pages /Count ${this.#pages.length} /Kids [${kids}] >>`);
    const catalog = this.#writer.add(
      `<< /Type /Catalog /Pages ${ref(this.#tree)} /Lang (id) ` +
        "/ViewerPreferences << /PrintScaling /None /DisplayDocTitle true >> >>",
    );
    const info = this.#writer.add(
      `<< /Title ${textString(title)} /Creator ${textString(title)} >>`,
    );
    this.#writer.finish(catalog, info);
  }

  #addSheet(): void {
    const { shape } = this.#name;
    const size = cardSizes[shape];
    const content = this.#waiting.flatMap((card, row) =>
      card.flatMap((face, column) => {
        const [x, y] = placeOnA4(shape, row, column);
        return [placed(face, x, y, shape), cropMarks(x, y, size)];
      }),
    );
    this.#addPage(a4, this.#waiting.flat(), content.join("\n"));
    this.#waiting = [];
  }

  #addPage(size: Size, faces: readonly Reference[], content: string): void {
    const contents = this.#writer.addStream({ dictionary: "", data: Buffer.from(content) });
    const box = `[0 0 ${numbers(...size)}]`;
    const names = named(faces.map((face) => [nameOf(face), face]));
    this.#pages.push(
      this.#writer.add(
        `<< /Type /Page /Parent ${ref(this.#tree)} /MediaBox ${box} /CropBox ${box} /TrimBox ${box} ` +
          `/Resources << /XObject << ${names} >> >> /Contents ${ref(contents)} >>`,
      ),
    );
  }
}

/** A face at its true size. */
function placed(face: Reference, x: number, y: number, shape: Orientation): string {
  const { width, height } = shapes[`front-${shape}`];
  const size = cardSizes[shape];
  const scales = [size[0] / (width * pointsPerPixel), size[1] / (height * pointsPerPixel)] as const;
  return `q ${numbers(scales[0], 0, 0, scales[1], x, y)} cm /${nameOf(face)} Do Q`;
}

/** Front and back side by side, from the top: what a sheet has left can be used again. @returns the bottom left corner */
function placeOnA4(shape: Orientation, row: number, column: number): Size {
  const [width, height] = cardSizes[shape];
  const rows = rowsOnA4[shape];
  const left = (a4[0] - 2 * width - gap) / 2;
  const bottom = (a4[1] - rows * height - (rows - 1) * gap) / 2;
  return [left + column * (width + gap), bottom + (rows - 1 - row) * (height + gap)];
}

/** Two lines at every corner that go on from the card's edges. */
function cropMarks(x: number, y: number, [width, height]: Size): string {
  const [near, far] = [markDistance, markDistance + markLength];
  const lines = [
    ...[x, x + width].flatMap((edge) => [
      [edge, y - near, edge, y - far] as const,
      [edge, y + height + near, edge, y + height + far] as const,
    ]),
    ...[y, y + height].flatMap((edge) => [
      [x - near, edge, x - far, edge] as const,
      [x + width + near, edge, x + width + far, edge] as const,
    ]),
  ];
  const paths = lines.map(([x1, y1, x2, y2]) => `${numbers(x1, y1)} m ${numbers(x2, y2)} l`);
  return ["0 G 0.25 w", ...paths, "S"].join("\n");
}

function nameOf(face: Reference): string {
  return `Face${face}`;
}

function numbers(...values: readonly number[]): string {
  return values.map((value) => Number(value.toFixed(5))).join(" ");
}
