/** What is drawn once for many cards: a front without its holder, and a whole back. */
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { Cache } from "#shared/render/cache.ts";
import { paintMarks } from "#shared/render/canvas-pen.ts";
import type { GroundMark } from "#shared/render/mark.ts";
import { encodeTop, type PngTop } from "#shared/render/png.ts";
import type { FaceMarks } from "../design/face-marks.ts";
import type { FaceShape } from "../design/geometry.ts";

export interface Layer {
  /** RGBA. Cards are drawn on the rows below the top. */
  readonly pixels: Buffer;
  /** The rows that all issued cards share. */
  readonly top: PngTop;
  /** The rows below it before anything was drawn on them. */
  readonly clean: Buffer;
  /** Which card stands on the pixels; undefined while one is drawn. */
  shows: string | undefined;
}

/** A cache of layers by what they show. */
export class Layers {
  /** Fronts of two kinds, and backs of the agencies that were drawn last; 5 and 3 MB each. */
  readonly #layers = new Cache<Layer>(24);
  /** Grounds that agencies of one look share: for another agency's back only its words are drawn; 3 MB each. */
  readonly #grounds = new Cache<Canvas>(16);

  of(face: FaceMarks): Layer {
    const { ground, words, shape, sharedRows } = face;
    const key = JSON.stringify([shape.side, shape.orientation, ground.key, words.key]);
    return this.#layers.get(key, () => {
      const canvas = createCanvas(shape.width, shape.height);
      const pen = canvas.getContext("2d");
      pen.drawImage(this.#groundOf(face), 0, 0);
      paintMarks(pen, words.marks());
      const pixels = canvas.data();
      const top = encodeTop({ data: pixels, width: shape.width }, sharedRows);
      const clean = Buffer.from(pixels.subarray(4 * shape.width * top.rows));
      return { pixels, top, clean, shows: undefined };
    });
  }

  #groundOf({ ground, shape }: FaceMarks): Canvas {
    const key = JSON.stringify([shape.side, shape.orientation, ground.key]);
    return this.#grounds.get(key, () => drawGround(shape, ground.marks()));
  }
}

/** A face without its words and without what only one card has. */
export function drawGround({ width, height }: FaceShape, marks: readonly GroundMark[]): Canvas {
  const canvas = createCanvas(width, height);
  paintMarks(canvas.getContext("2d"), marks);
  return canvas;
}
