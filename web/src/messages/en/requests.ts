import type { Requests } from "../id/requests.ts";

export const en: Requests = {
  states: {
    draft: "Draft",
    submitted: "Sent",
    verifying: "Being checked",
    clarifying: "Needs an answer",
    revised: "Revised",
    approved: "Approved",
    rejected: "Rejected",
    withdrawn: "Withdrawn",
    expired: "Expired",
  },
  acts: {
    submitted: "Sent",
    taken: "An officer began to check it",
    released: "Given back to the queue",
    "clarification-asked": "An officer asks",
    revised: "Revised",
    agreed: "Checked, passed on",
    approved: "Approved",
    rejected: "Rejected",
    withdrawn: "Withdrawn",
    widened: "Its time was over: open to all officers of the agency",
    expired: "Expired: the question was not answered",
    "handed-over": "Passed on to the new unit or agency",
  },
  roles: { petugas: "Officer (petugas)", penyetuju: "Approver (penyetuju)" },
  reasons: {
    bts: "The file does not fit (BTS)",
    tms: "Does not meet the conditions (TMS)",
    duplicate: "Was asked for before",
    other: "Another reason",
  },
  failures: {
    "request-moved":
      "This request has just changed. It is shown as it is now; what you typed is not lost.",
    "request-approved": "This request was approved already.",
    "request-rejected": "This request was rejected already.",
    "request-withdrawn": "This request was withdrawn.",
    "request-expired": "The time of this request is over.",
    "request-open":
      "Another request of yours for this part is on its way. Wait for its decision, or withdraw it first.",
    "request-outdated":
      "The record has changed since this was asked for. Reject it, or ask for clarification so that it is sent anew.",
    "request-decided-by-you": "You decided the step before. Somebody else decides this one.",
    "request-too-long": "This request has become too long. Reject it, and ask for a new one.",
  },
};
