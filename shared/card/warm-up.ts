import { faces } from "./card-content.ts";
import { usualLook } from "./design/look.ts";
import type { CardPainter } from "./drawing/card-painter.ts";
import { extremeCards } from "./extreme-cards.ts";
import { specimenOf } from "./specimen.ts";
import { standInPhoto } from "./stand-in-photo.ts";

/**
 * Draws specimens of both kinds, so that fonts are read, layers prepared and code compiled before the first card. A function
 * calls it when it starts, while no holder waits.
 * @returns how many faces were drawn
 */
export function warmUp(painter: Pick<CardPainter, "drawPngs">, siteUrl: string): number {
  const photo = standInPhoto();
  const usual = extremeCards.filter(({ id }) => id === "pns-usual" || id === "pppk-usual");
  return usual.flatMap((card) =>
    painter.drawPngs(specimenOf(card, usualLook, siteUrl), photo, faces),
  ).length;
}
