/**
 * What a hand adds to the cut-out and takes away from it: kept as strokes on the picture, so that each can be undone, and none is lost
 * when the frame is moved.
 */
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import { type Frame, inPhoto, inPicture, type Size, widthInPhoto } from "./frame.ts";

export interface Stroke {
  readonly does: "erase" | "restore";
  /** In pixels of the photo; of a kept stroke as a share of the picture's width. */
  readonly radius: number;
  /** x, y, x, y … in pixels of the photo; of a kept stroke as shares of the picture's width and height. */
  readonly points: readonly number[];
}

/** A stroke on the photo, to be kept. */
export function kept(stroke: Stroke, frame: Frame, picture: Size): Stroke {
  const points = eachPlace(stroke.points, (x, y) => inPicture(frame, picture, [x, y]));
  return { ...stroke, radius: stroke.radius / widthInPhoto(frame, picture), points };
}

/** A kept stroke as it lies on the photo of a frame. */
export function onPhoto(stroke: Stroke, frame: Frame, picture: Size): Stroke {
  const points = eachPlace(stroke.points, (x, y) => inPhoto(frame, picture, [x, y]));
  return { ...stroke, radius: stroke.radius * widthInPhoto(frame, picture), points };
}

function eachPlace(
  points: readonly number[],
  change: (x: number, y: number) => readonly [number, number],
): number[] {
  return points.flatMap((x, at) => (at % 2 === 0 ? change(x, points[at + 1] ?? 0) : []));
}

/** Half the width of the brush's soft rim, in pixels: harder would count as cut by threshold. */
const rim = 1;

/** Alpha, 0 to 1, after these strokes on the photo, one after the other. */
export function withStrokes(alpha: Float32Array, strokes: readonly Stroke[]): Float32Array {
  const changed = alpha.slice();
  for (const stroke of strokes) paint(changed, stroke);
  return changed;
}

function paint(alpha: Float32Array, { does, radius, points }: Stroke): void {
  const cover = new Float32Array(alpha.length);
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
    const [nextX, nextY] = [points[at + 2] ?? x, points[at + 3] ?? y];
    coverSegment(cover, radius, [x, y, nextX, nextY]);
  }
  for (let i = 0; i < alpha.length; i++) {
    const own = alpha[i] ?? 0;
    const share = cover[i] ?? 0;
    alpha[i] = does === "erase" ? own * (1 - share) : Math.max(own, share);
  }
}

function coverSegment(
  cover: Float32Array,
  radius: number,
  [x, y, nextX, nextY]: readonly [number, number, number, number],
): void {
  const reach = radius + rim;
  const [dx, dy] = [nextX - x, nextY - y];
  const square = dx * dx + dy * dy;
  const bottom = Math.min(Math.ceil(Math.max(y, nextY) + reach), photoHeight);
  const right = Math.min(Math.ceil(Math.max(x, nextX) + reach), photoWidth);
  for (let py = Math.max(Math.floor(Math.min(y, nextY) - reach), 0); py < bottom; py++)
    for (let px = Math.max(Math.floor(Math.min(x, nextX) - reach), 0); px < right; px++) {
      const along = square === 0 ? 0 : ((px + 0.5 - x) * dx + (py + 0.5 - y) * dy) / square;
      const k = Math.min(Math.max(along, 0), 1);
      const far = Math.hypot(px + 0.5 - x - k * dx, py + 0.5 - y - k * dy);
      const share = Math.min(Math.max((radius - far) / (2 * rim) + 0.5, 0), 1);
      const i = py * photoWidth + px;
      cover[i] = Math.max(cover[i] ?? 0, share);
    }
}
