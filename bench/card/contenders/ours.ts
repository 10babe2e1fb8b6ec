import { faces } from "#shared/card/card-content.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { warmUp } from "#shared/card/warm-up.ts";
import type { Contender } from "../contender.ts";

// As card-renderer does while it starts.
const painter = new CardPainter(new CheckedTemplates());
warmUp(painter, "https://kartu-asn.example");

/** What card-renderer does for the files to download and print. */
export const ours: Contender = {
  async draw({ content, photo }) {
    return painter.drawPngs(content, photo, faces).map(({ png }) => png);
  },
};
