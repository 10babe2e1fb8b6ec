/** Which pixels of a picture show a face's skin, and which its eyes, brows and mouth: by the landmarks of MediaPipe's face mesh. */
import type { Face, Point } from "#shared/vision/face.ts";
import { faceOval } from "#shared/vision/landmarks.ts";
import { eachSpan } from "#shared/vision/polygon.ts";
import { colourAt } from "./colours.ts";
import { alphaAt, type Box, isSolid, luma, type Pixels } from "./pixels.ts";

const rings = {
  eyes: [
    [33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7],
    [263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249],
  ],
  brows: [
    [70, 63, 105, 66, 107, 55, 65, 52, 53, 46],
    [300, 293, 334, 296, 336, 285, 295, 282, 283, 276],
  ],
  mouth: [
    [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185],
  ],
} as const;

/** What a pixel shows. */
export const zones = { none: 0, face: 1, eyes: 2, brows: 3, mouth: 4 } as const;

/** The part of a picture that the face is in. */
export interface FaceMap {
  readonly pixels: Pixels;
  readonly face: Face;
  readonly box: Box;
  readonly width: number;
  readonly height: number;
  /** One of `zones` for each pixel of the box, row by row; none where the person is not solid. */
  readonly zone: Uint8Array;
}

/** Undefined when hardly anything of the face lies in the picture. */
export function mapFace(pixels: Pixels, face: Face): FaceMap | undefined {
  const oval = polygon(face, faceOval);
  const box = boxAround(pixels, oval);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (width < 20 || height < 20) return undefined;
  const map = { pixels, face, box, width, height, zone: new Uint8Array(width * height) };
  fill(map, oval, zones.face);
  for (const name of ["eyes", "brows", "mouth"] as const)
    for (const ring of rings[name]) fill(map, polygon(face, ring), zones[name]);
  for (let i = 0; i < map.zone.length; i++) {
    const [x, y] = [box.left + (i % width), box.top + Math.floor(i / width)];
    if (!isSolid(alphaAt(pixels, x, y))) map.zone[i] = zones.none;
  }
  return map;
}

function polygon({ landmarks }: Face, ring: readonly number[]): Point[] {
  return ring.flatMap((i) => landmarks[i] ?? []);
}

function boxAround({ width, height }: Pixels, points: readonly Point[]): Box {
  const within = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    left: within(Math.min(...xs), width),
    top: within(Math.min(...ys), height),
    right: within(Math.max(...xs) + 1, width),
    bottom: within(Math.max(...ys) + 1, height),
  };
}

/** Marks what lies in a polygon. */
function fill(map: FaceMap, points: readonly Point[], mark: number): void {
  const { box, width, zone } = map;
  const inBox = points.map(({ x, y }) => ({ x: x - box.left, y: y - box.top }));
  eachSpan(inBox, map, (y, [from, to]) => zone.fill(mark, y * width + from, y * width + to));
}

/** The brightness of each pixel of the box, row by row. */
export function lumaOf({ pixels, box, width, height }: FaceMap): Float32Array {
  const lumas = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = (box.top + y) * pixels.width + box.left;
    for (let x = 0; x < width; x++)
      lumas[y * width + x] = luma(colourAt(pixels.data, 4 * (row + x)));
  }
  return lumas;
}
