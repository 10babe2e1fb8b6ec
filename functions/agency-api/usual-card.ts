import type { Agency } from "#shared/agency/agency.ts";
import type { CardContent } from "#shared/card/card-content.ts";
import type { Look } from "#shared/card/design/look.ts";
import { extremeCards } from "#shared/card/extreme-cards.ts";
import { specimenOf } from "#shared/card/specimen.ts";

/** The specimen that is hard in nothing, as a card of this agency. */
export function usualCardOf(
  { name }: Pick<Agency, "name">,
  look: Look,
  siteUrl: string,
): CardContent {
  const [usual] = extremeCards;
  if (!usual) throw new Error("There is no specimen.");
  const card = { ...usual, text: { ...usual.text, instansi: name } };
  return specimenOf(card, look, siteUrl);
}
