import { withBleed } from "#shared/render/bleed.ts";
import { Cache } from "#shared/render/cache.ts";
import type { FaceMarks } from "../design/face-marks.ts";
import { drawGround } from "../drawing/layers.ts";

/** Fine lines on a gradient: below this they get blocks around them. */
const quality = 90;

/** What a ground goes on beyond the edge, in whole pixels: 3 mm and a little. */
export const bleedPixels = 36;

/** What all cards of a template and face share, with its bleed, as JPEG of 300 dpi: the last ones that were asked for. */
export class Grounds {
  /** Of two kinds with two faces a side, and of some agencies with a look of their own; some 150 KB each. */
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
