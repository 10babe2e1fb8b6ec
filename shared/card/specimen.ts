import type { CardContent } from "./card-content.ts";
import { qrText, specimenToken } from "./card-token.ts";
import type { ExtremeCard } from "./extreme-cards.ts";

/** An extreme card in an agency's template. It says that it is a preview, and its QR belongs to no card. */
export function specimenOf(
  { text, issue, seed }: ExtremeCard,
  instansiId: string,
  siteUrl: string,
): CardContent {
  return {
    text,
    issue,
    seed,
    instansiId,
    isSpecimen: true,
    qrText: qrText(siteUrl, specimenToken),
    host: new URL(siteUrl).host,
  };
}
