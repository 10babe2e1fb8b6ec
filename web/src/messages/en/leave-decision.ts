import type { LeaveDecision } from "../id/leave-decision.ts";

const days = (count: number) => (count === 1 ? "1 working day" : `${count} working days`);

export const en: LeaveDecision = {
  acting: (posts) => `You act as: ${posts}.`,
  noPost: "You act in no post that decides leave.",
  none: "No leave waits for your decision.",
  as: {
    superior: "Opinion of the direct superior",
    authority: "Decision of the authorised official",
  },
  widened: "the time of the official below you is over",
  submitted: "Sent",
  due: "Due",
  leftAfter: (left, year) => `Left of ${year} if approved: ${days(left)}`,
  away: "Who else is away on these days",
  nobodyAway: "Nobody else of this unit.",
  given: "approved",
  askedFor: "still asked for",
  findings: "To be noted",
  outdated:
    "This person has other deciders now. Ask for a change, so that it is sent again, or refuse it.",
  advise: "Your opinion",
  adviseHint: "Whatever you think, the authorised official decides.",
  decide: "Your decision",
  decideHint: "The person is told, and reads your reason.",
  advices: {
    approved: "It should be given as asked.",
    changed: "Better on other days, or for another length.",
    postponed: "Better later.",
    refused: "Better not given.",
  },
  meanings: {
    approved: "It is given as asked.",
    changed: "Back to the person, who changes the days and sends it again.",
    postponed: "Not given now; its days can be used whole in the next year.",
    refused: "Not given; its days go back to the balance.",
  },
  notPostponable: "This leave cannot be postponed.",
  by: {
    asker: "the employee",
    petugas: "an officer of the agency",
    penyetuju: "an approver of the agency",
    superior: "the direct superior",
    authority: "the authorised official",
    officer: "an officer of the agency",
    nobody: "the system",
  },
  choose: "Choose",
  reason: "Reason",
  reasonHint: "Needed unless you approve. Write nothing of an illness or of other people.",
  sendAdvice: "Send the opinion",
  sendDecision: "Send the decision",
  done: (verdict) => `Saved: ${verdict}.`,
};
