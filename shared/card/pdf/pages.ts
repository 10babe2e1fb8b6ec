/** Where faces stand on paper, in points (1/72 inch), y upwards from the bottom left. */
import type { DocumentName } from "../card-content.ts";
import { type Orientation, shapes } from "../drawing/geometry.ts";
import { type PdfObjects, type Reference, ref } from "./pdf-file.ts";

/** As objects that can be placed, as large as their pixels of 300 dpi are. */
export type CardFaces = readonly [front: Reference, back: Reference];

export const pointsPerPixel = 72 / 300;

type Size = readonly [width: number, height: number];

/** CR80 (ISO/IEC 7810 ID-1): 85.60 x 53.98 mm. A thousandth less high than its whole pixels. */
const cardSizes: Readonly<Record<Orientation, Size>> = {
  landscape: [242.65, 153.01],
  portrait: [153.01, 242.65],
};
const a4: Size = [595.28, 841.89];

const millimetre = 72 / 25.4;
const gap = 12 * millimetre;
/** Of the marks: clear of the card, so that none is left on it when the cut is not exact. */
const markDistance = 1.5 * millimetre;
const markLength = 4 * millimetre;

/** @returns the pages, in the order of reading */
export function addPages(
  objects: PdfObjects,
  parent: Reference,
  faces: CardFaces,
  { shape, sheet }: DocumentName,
): readonly Reference[] {
  const size = cardSizes[shape];
  const placed = (face: Reference, x: number, y: number): string => {
    const { width, height } = shapes[`front-${shape}`];
    const scale = [
      size[0] / (width * pointsPerPixel),
      size[1] / (height * pointsPerPixel),
    ] as const;
    return `q ${numbers(scale[0], 0, 0, scale[1], x, y)} cm /${nameOf(face)} Do Q`;
  };
  if (sheet === "card")
    return faces.map((face) => addPage(objects, parent, size, [face], placed(face, 0, 0)));
  const content = placesOnA4(size).flatMap(([x, y], index) => [
    placed(faces[index] ?? 0, x, y),
    cropMarks(x, y, size),
  ]);
  return [addPage(objects, parent, a4, faces, content.join("\n"))];
}

/** Front and back side by side, or one above the other, in the middle of the sheet. */
function placesOnA4([width, height]: Size): readonly [Size, Size] {
  if (width < height) {
    const [x, y] = [(a4[0] - 2 * width - gap) / 2, (a4[1] - height) / 2];
    return [
      [x, y],
      [x + width + gap, y],
    ];
  }
  const [x, y] = [(a4[0] - width) / 2, (a4[1] - 2 * height - gap) / 2];
  return [
    [x, y + height + gap],
    [x, y],
  ];
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

function addPage(
  objects: PdfObjects,
  parent: Reference,
  size: Size,
  faces: readonly Reference[],
  content: string,
): Reference {
  const contents = objects.addStream("", Buffer.from(content));
  const box = `[0 0 ${numbers(...size)}]`;
  const names = faces.map((face) => `/${nameOf(face)} ${ref(face)}`).join(" ");
  return objects.add(
    `<< /Type /Page /Parent ${ref(parent)} /MediaBox ${box} /CropBox ${box} /TrimBox ${box} ` +
      `/Resources << /XObject << ${names} >> >> /Contents ${ref(contents)} >>`,
  );
}

function nameOf(face: Reference): string {
  return `Face${face}`;
}

function numbers(...values: readonly number[]): string {
  return values.map((value) => Number(value.toFixed(5))).join(" ");
}
