import { type Canvas, createCanvas } from "@napi-rs/canvas";

/**
 * A picture with a border around it, so that a cut that is not exact leaves no white.
 * @param ground as large as the picture; beyond the edges it is mirrored
 * @param bleed in pixels, less than a side of the picture
 */
export function withBleed(picture: Canvas, ground: Canvas, bleed: number): Canvas {
  const { width, height } = picture;
  const canvas = createCanvas(width + 2 * bleed, height + 2 * bleed);
  const pen = canvas.getContext("2d");
  for (const column of [-1, 0, 1])
    for (const row of [-1, 0, 1]) {
      const isMirrored = { x: column !== 0, y: row !== 0 };
      pen.save();
      pen.translate(
        bleed + (column + Number(isMirrored.x)) * width,
        bleed + (row + Number(isMirrored.y)) * height,
      );
      pen.scale(isMirrored.x ? -1 : 1, isMirrored.y ? -1 : 1);
      pen.drawImage(column === 0 && row === 0 ? picture : ground, 0, 0);
      pen.restore();
    }
  return canvas;
}
