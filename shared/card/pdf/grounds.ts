import { withBleed } from "#shared/render/bleed.ts";
import { Cache } from "#shared/render/cache.ts";
import type { FaceMarks } from "../design/face-marks.ts";
import { drawGround } from "../drawing/layers.ts";

/** JPEG quality. With less of it, fine lines on a gradient get visible blocks around them. */
const quality = 90;

/** How far a ground continues beyond the edge, in whole pixels: a little more than 3 mm. */
export const bleedPixels = 36;

/** A cache of the grounds that all cards of a template and face share: with bleed, as JPEG of 300 dpi. */
export class Grounds {
  /** Two kinds with two faces in two shapes, and some agencies with a look of their own; some 150 KB each. */
  readonly #known = new Cache<Buffer>(16);

  of({ ground, shape }: Pick<FaceMarks, "ground" | "shape">): Buffer {
    const key = `${ground.key}/${shape.side}/${shape.orientation}`;
    return this.#known.get(key, () =>
      withBleed(
        drawGround(shape, ground.marks()),
        drawGround(shape, ground.bleeds()),
        bleedPixels,
      ).encodeSync("jpeg", quality),
    );
  }
}
