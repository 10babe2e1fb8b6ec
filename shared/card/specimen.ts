import type { CardContent } from "./card-content.ts";
import { qrText } from "./card-token.ts";
import type { ExtremeCard } from "./extreme-cards.ts";

/** As long as a token, so that the QR is as fine, and none: tokens have no hyphens. */
const noToken = "pratinjau-bukan-kartu-asli";

/** An extreme card as an agency's template shows it. It says that it is a preview, and its QR opens no card. */
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
    qrText: qrText(siteUrl, noToken),
    host: new URL(siteUrl).host,
  };
}
