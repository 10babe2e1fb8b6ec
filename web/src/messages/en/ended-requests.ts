import type { EndedRequestsText } from "../id/ended-requests.ts";

export const en: EndedRequestsText = {
  lead: "The newest end first. Only people in your reach.",
  outcome: "Outcome",
  kind: "Kind",
  every: "All",
  kinds: {
    "data-change": "Change of data",
    contact: "Address and telephone",
    "new-photo": "Photo of the card",
    "wrong-data": "Report of wrong data",
    "suspect-card": "Card reported as suspicious",
    leave: "Leave",
    letter: "Letter",
    attendance: "Correction of attendance",
    "training-claim": "Certificate of others",
  },
  found: (shown, all) => `${shown} of ${all} requests.`,
  foundSoFar: (shown, read) =>
    `${shown} of the ${read} requests read so far. Older ones have not been read yet.`,
  none: "No request has ended.",
};
