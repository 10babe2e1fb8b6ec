import type { Decrees } from "../id/decrees.ts";

export const en: Decrees = {
  lead: "Decisions that take effect by themselves at 00:00 of their TMT, in the agency's time zone. Two people decide them: who asks, and a penyetuju.",
  agencyLead:
    "Those that wait for their TMT, those that could not take effect and need a look, and unpaid leaves that end or ended without a new decision.",
  ofPerson: (name) => `Decisions about ${name}`,
  plan: "Enter a decision",
  planHint: "As the decision (SK) says.",
  none: "No decision has been approved yet.",
  othersWait: "What still waits is on the page «Approvals».",
  noneToWatch: "No decision waits or needs a look.",
  more: "Show the next ones",
  toRecord: "The record",
  toAgency: "All coming decisions",
  open: "See the decisions",
  toArriving: "People who may come from other agencies",
  kind: "Kind of decision",
  kinds: {
    promotion: "Promotion (golongan)",
    placement: "Transfer to another unit or post",
    position: "Legal position (kedudukan hukum)",
    extension: "End of the contract",
  },
  skNumber: "Decision (SK) number",
  skDate: "Decision (SK) date",
  tmt: "TMT",
  tmtHint: "A day that has passed takes effect as soon as it is approved",
  until: "Last day of the leave",
  untilHint: "Nothing is written by itself on that day: the list of decisions reminds the officers",
  reasonHint: "For example what the decision rests on",
  submit: "Ask for approval",
  asked: "It was asked for. A penyetuju decides within 7 days, on the page «Approvals».",
  states: {
    waiting: "waits for its TMT",
    acted: "took effect",
    withdrawn: "withdrawn",
    stuck: "needs a look",
  },
  obstacles: {
    transferred: "It ended because this person moved to another agency before its TMT.",
    joined: "It ended because this record was joined into another one of the same person.",
    "record-changed":
      "On its TMT the record was not as it was decided any more, so this decision was not written. Move its TMT, so that it is decided again with today's record, or withdraw it.",
    refused:
      "On its TMT the rules of records refused it, so this decision was not written. Move its TMT or withdraw it.",
    role: "On its TMT this person had a role, so this decision was not written. Two operators take the role back first; then move its TMT.",
  },
  leaveEnds: (day) => `Leave until ${day}, with no decision after it.`,
  by: (asker, approver) => `Asked for by ${asker}, approved by ${approver}.`,
  move: "Move the TMT",
  moveHint: "A penyetuju decides. Until then the decision keeps its TMT.",
  moveStuckHint:
    "A penyetuju decides again, with today's record. Until then this decision has no effect.",
  newTmt: "New TMT",
  withdraw: "Withdraw the decision",
  withdrawHint:
    "A penyetuju decides. Until then the decision keeps its TMT; once it took effect it cannot be withdrawn.",
  waits: {
    move: (day) => `It was asked that its TMT be ${day}; that waits for a penyetuju.`,
    withdraw: () => "It was asked that it be withdrawn; that waits for a penyetuju.",
  },
  withdrawal: "How it was withdrawn:",
  movedFrom: (day) => `Moved from the TMT ${day}:`,
  isOutdated:
    "The record says something else by now than when this decision was approved. If it stays so, it is not written on its TMT: withdraw it, then enter it again with today's record.",
  failures: {
    "decree-over": "This decision took effect or was withdrawn.",
    "decree-stands":
      "The record says already what was decided, so nothing would change. Withdraw this decision.",
  },
  approval: {
    plan: {
      question: (name) => `Approve the decision about ${name}?`,
      effect:
        "At 00:00 of its TMT the record changes by itself; if that is today or has passed, at once.",
    },
    move: {
      question: (name) => `Approve the new TMT of the decision about ${name}?`,
      effect: "The decision takes effect on the new TMT; if that has passed, at once.",
    },
    withdraw: {
      question: (name) => `Approve that the decision about ${name} be withdrawn?`,
      effect: "The decision will not take effect.",
    },
  },
};
