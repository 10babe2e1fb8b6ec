import type { SuspectCards } from "../id/suspect-cards.ts";

export const en: SuspectCards = {
  title: "A card was reported as suspicious",
  causes: {
    "data-differ": "The card says something else than the check",
    "other-holder": "Somebody else carries the card",
    altered: "The card looks altered or forged",
  },
  unasked:
    "Reported by somebody who checked the card. Who and where is not kept; its holder is not told.",
  refusal: {
    title: "Reject the report",
    label: "Note for the agency",
    hint: "What you checked, and why the report is not right. Only officers read it. The holder of the card is not told.",
  },
  howTo:
    "Agreeing says that it was true and that you have done what it needs: ask for a new photo, have the holder replace the QR, or change the record. Reject it where nothing is wrong.",
};
