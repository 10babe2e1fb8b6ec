import { faces } from "#shared/card/card-content.ts";
import { drawFaces } from "#shared/card/drawing/draw-card.ts";
import { encodePng } from "#shared/card/drawing/encode.ts";
import type { Contender } from "../contender.ts";

/** What card-renderer does for the files to download and print. */
export const ours: Contender = {
  async draw({ content, photo }) {
    const files: Buffer[] = [];
    for await (const { width, height, pixels } of drawFaces(content, photo, faces))
      files.push(await encodePng({ width, height }, pixels));
    return files;
  },
};
