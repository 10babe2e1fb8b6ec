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

export interface DrawOptions {
  /** Asked for only when something is drawn; needed for fronts. */
  readonly picture?: () => Picture;
  /** What the marks show, so that a face in two formats is drawn once. */
  readonly card: string;
  /** Whether «PRATINJAU» stands over it from corner to corner: then it shares no rows with other cards. */
  readonly isMarked: boolean;
}

/** @returns the layer's own pixels with the card drawn on them; a copy if it is marked */
export function drawFace(
  { shape: { width, height }, own }: FaceMarks,
  layer: Layer,
  pen: PixelPen,
  { isMarked, card, picture }: DrawOptions,
): DrawnFace {
  const draw = (pixels: Pixels, untouchedRows: number) => {
    layer.clean.copy(pixels.data, pixels.data.length - layer.clean.length);
    pen.draw(pixels, own(), { ...(picture && { picture: picture() }), untouchedRows });
  };
  if (isMarked) {
    const pixels = { width, height, data: Buffer.from(layer.pixels) };
    draw(pixels, 0);
    return pixels;
  }
  const pixels = { width, height, data: layer.pixels, top: layer.top };
  if (layer.shows !== card) {
    layer.shows = undefined;
    draw(pixels, layer.top.rows);
    layer.shows = card;
  }
  return pixels;
}
