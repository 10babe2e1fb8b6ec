import type { ApprovalsText } from "../id/approvals.ts";

export const en: ApprovalsText = {
  reason: "Reason",
  nameless: "A person whose record cannot be read",
  before: "Now",
  after: "Once approved",
  askedBy: (name, time) => `Asked for by ${name}, ${time}.`,
  decideUntil: (time) => `Can be decided until ${time}.`,
  states: {
    pending: "Waiting for a decision",
    approved: "Approved",
    refused: "Refused",
    withdrawn: "Withdrawn",
    expired: "Expired",
  },
  outdated:
    "Something about it has changed since it was asked for, or the request was cancelled or replaced, so it cannot be approved any more.",
  refuseOutdated: "Refuse, because it is outdated",
  outdatedReason: "Outdated: something has changed since it was asked for.",
  endedBy: (name, time) => `By ${name}, ${time}.`,
  endedAt: (time) => `On ${time}.`,
  decisions: {
    approve: { open: "Approve…", submit: "Approve" },
    refuse: { open: "Refuse…", submit: "Refuse" },
    withdraw: { open: "Withdraw…", submit: "Withdraw" },
  },
  failures: {
    "approval-own-request":
      "You asked for this yourself, so somebody else decides it. You can withdraw it.",
    "approval-decided": "Somebody else has already decided this request.",
    "approval-decided-by-you": "You have already decided this request. The decision stands.",
    "approval-withdrawn": "Whoever asked for this has withdrawn it.",
    "approval-expired":
      "The time to decide this request is over. If it is still needed, ask again.",
    "approval-subject-changed":
      "Something about it has changed since it was asked for, or the request was cancelled or replaced. Refuse this request; if it is still needed, ask again.",
    "unit-busy":
      "The people of this unit are still following an earlier change. Approve it again a little later.",
    "approval-asker-changed":
      "Whoever asked for this has no role for it any more, so it cannot be approved. Refuse this request.",
    "email-changed-by-you":
      "You changed the e-mail address of this person lately, alone or by an import, so somebody else decides.",
  },
};
