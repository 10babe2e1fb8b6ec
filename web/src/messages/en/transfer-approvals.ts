import type { TransferApprovals } from "../id/transfer-approvals.ts";

export const en: TransferApprovals = {
  to: "To the agency",
  from: "From the agency",
  source: "Decree (SK)",
  out: {
    what: "Release to another agency",
    question: (name) => `Approve the release of ${name}?`,
    effect:
      "The other agency may take this person in within 30 days. Until then record and card stay as they are.",
  },
  in: {
    what: "Taking in from another agency",
    question: (name) => `Approve taking in ${name}?`,
    effect:
      "At once this person moves to your agency with the history, the card is drawn anew, and the former agency can open nothing of it any more. Decisions that wait for their TMT there end.",
  },
};
