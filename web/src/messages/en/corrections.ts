import type { Corrections } from "../id/corrections.ts";

export const en: Corrections = {
  lead: "People report what is wrong in their data. Correct the record first, then answer here; or say why it is not changed and how to go on. The time is 3×24 hours from the report, nights and days off included (Law 27/2022, article 30).",
  list: "Reports that wait",
  count: (count: number) => (count === 0 ? "No report waits." : `${count} reports.`),
  more: "Show the next ones",
  stood: "It said at the report",
  stands: "It says now",
  right: "Right, as the person says",
  note: "Note",
  reported: "Reported",
  due: "Due",
  overdue: "Overdue",
  empty: "(empty)",
  open: "Open the record",
  own: "Your own report is answered by another officer.",
  answer: "Answer",
  outcome: "Answer",
  outcomes: { corrected: "Corrected", refused: "Not changed" },
  reason: "Words for the person",
  reasonHint: "What was changed; or why not and how to go on. The person reads it.",
  send: "Send the answer",
  sent: "The answer was sent. The person is told.",
  failures: {
    "correction-answered": "This report was answered already. Load the list again.",
    "correction-not-made":
      "The record still says what it said at the report. Correct the record first.",
  },
};
