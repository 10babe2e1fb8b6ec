/** A face in pixels: the prepared layer, and on it what only this card has. */
import type { Picture } from "#shared/render/canvas-pen.ts";
import type { PixelPen } from "#shared/render/pixel-pen.ts";
import type { Pixels } from "#shared/render/pixels.ts";
import type { PngTop } from "#shared/render/png.ts";
import type { FaceMarks } from "../design/face-marks.ts";
import type { Layer } from "./layers.ts";

export interface DrawnFace extends Pixels {
  /** The first rows, encoded already; absent where the card has something of its own there. */
  readonly top?: PngTop;
}

/**
 * @param isMarked whether «PRATINJAU» stands over it from corner to corner: then it shares no rows with other cards
 * @returns the layer's own pixels with the card drawn on them; a copy if it is marked
 */
export function drawFace(
  { shape: { width, height }, own }: FaceMarks,
  layer: Layer,
  pen: PixelPen,
  { isMarked, ...options }: { readonly picture?: Picture; readonly isMarked: boolean },
): DrawnFace {
  const data = isMarked ? Buffer.from(layer.pixels) : layer.pixels;
  layer.clean.copy(data, data.length - layer.clean.length);
  const pixels = { width, height, data };
  pen.draw(pixels, own(), { ...options, untouchedRows: isMarked ? 0 : layer.top.rows });
  return isMarked ? pixels : { ...pixels, top: layer.top };
}
