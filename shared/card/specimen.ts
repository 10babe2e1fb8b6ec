import type { CardContent } from "./card-content.ts";
import { qrText, specimenToken } from "./card-token.ts";
import type { Look } from "./design/look.ts";
import type { ExtremeCard } from "./extreme-cards.ts";

/** An extreme card in an agency's look. It says that it is a preview, and its QR belongs to no card. */
export function specimenOf(
  { text, issue, seed }: ExtremeCard,
  look: Look,
  siteUrl: string,
): CardContent {
  return {
    text,
    issue,
    seed,
    look,
    isSpecimen: true,
    qrText: qrText(siteUrl, specimenToken),
    host: new URL(siteUrl).host,
  };
}
