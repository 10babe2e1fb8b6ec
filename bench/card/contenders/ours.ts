import { faces } from "#shared/card/card-content.ts";
import { drawFaces } from "#shared/card/drawing/draw-card.ts";
import { warmUp } from "#shared/card/warm-up.ts";
import { encodePng } from "#shared/render/png.ts";
import type { Contender } from "../contender.ts";

// As card-renderer does while it starts.
warmUp("https://kartu-asn.example");

/** What card-renderer does for the files to download and print. */
export const ours: Contender = {
  async draw({ content, photo }) {
    return drawFaces(content, photo, faces, (drawn) => encodePng(drawn, drawn.top));
  },
};
