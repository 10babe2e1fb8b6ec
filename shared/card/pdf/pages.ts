/** Where faces stand on paper, in points (1/72 inch), y upwards from the bottom left. */
import type { Orientation } from "../drawing/geometry.ts";
import { type PdfObjects, type Reference, ref } from "./pdf-file.ts";
import { named } from "./pdf-resources.ts";

/** A face as an object that can be placed: drawn on a square of one unit a side. */
export type PlacedFaces = readonly [front: Reference, back: Reference];

/** "card": two pages of a card's size · "a4": both faces on one page, with marks to cut along. */
export type Sheet = "card" | "a4";

/** CR80 (ISO/IEC 7810 ID-1): 85.60 x 53.98 mm. */
const cardSizes: Readonly<Record<Orientation, readonly [width: number, height: number]>> = {
  landscape: [242.65, 153.01],
  portrait: [153.01, 242.65],
};
const a4: readonly [width: number, height: number] = [595.28, 841.89];

const millimetre = 72 / 25.4;
const gap = 12 * millimetre;
/** Of the marks: clear of the card, so that none is left on it when the cut is not exact. */
const markDistance = 1.5 * millimetre;
const markLength = 4 * millimetre;

/** @returns the pages, in the order of reading */
export function addPages(
  objects: PdfObjects,
  parent: Reference,
  faces: PlacedFaces,
  { shape, sheet }: { readonly shape: Orientation; readonly sheet: Sheet },
): readonly Reference[] {
  const size = cardSizes[shape];
  if (sheet === "card")
    return faces.map((face) =>
      addPage(objects, parent, size, [["Face0", face]], placed("Face0", 0, 0, size)),
    );
  const places = placesOnA4(size);
  const names = faces.map((face, index) => [`Face${index}`, face] as const);
  const content = places
    .map(([x, y], index) => `${placed(`Face${index}`, x, y, size)}\n${marks(x, y, size)}`)
    .join("\n");
  return [addPage(objects, parent, a4, names, content)];
}

/** Side by side or one above the other, in the middle of the sheet. */
function placesOnA4([width, height]: readonly [number, number]): readonly [number, number][] {
  const isWide = width > height;
  const [x, y] = [
    (a4[0] - (isWide ? width : 2 * width + gap)) / 2,
    (a4[1] - (isWide ? 2 * height + gap : height)) / 2,
  ];
  return isWide
    ? [
        [x, y + height + gap],
        [x, y],
      ]
    : [
        [x, y],
        [x + width + gap, y],
      ];
}

/** Two lines at every corner, in the card's edges prolonged. */
function marks(x: number, y: number, [width, height]: readonly [number, number]): string {
  const lines = [x, x + width].flatMap((edge) => [
    line(edge, y - markDistance, edge, y - markDistance - markLength),
    line(edge, y + height + markDistance, edge, y + height + markDistance + markLength),
  ]);
  const across = [y, y + height].flatMap((edge) => [
    line(x - markDistance, edge, x - markDistance - markLength, edge),
    line(x + width + markDistance, edge, x + width + markDistance + markLength, edge),
  ]);
  return `0 G 0.25 w\n${[...lines, ...across].join("\n")}\nS`;
}

function line(...[x1, y1, x2, y2]: readonly [number, number, number, number]): string {
  return `${points(x1)} ${points(y1)} m ${points(x2)} ${points(y2)} l`;
}

function placed(
  name: string,
  x: number,
  y: number,
  [width, height]: readonly [number, number],
): string {
  return `q ${[width, 0, 0, height, x, y].map(points).join(" ")} cm /${name} Do Q`;
}

function addPage(
  objects: PdfObjects,
  parent: Reference,
  size: readonly [number, number],
  faces: readonly (readonly [string, Reference])[],
  content: string,
): Reference {
  const contents = objects.addStream("", Buffer.from(content));
  const box = `[0 0 ${size.join(" ")}]`;
  return objects.add(
    `<< /Type /Page /Parent ${ref(parent)} /MediaBox ${box} /CropBox ${box} /TrimBox ${box} ` +
      `/Resources << /XObject << ${named(faces)} >> >> /Contents ${ref(contents)} >>`,
  );
}

function points(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
