import type { Desk } from "../id/desk.ts";

export const en: Desk = {
  lead: "What waits for you, the most urgent first.",
  find: "Find people",
  waiting: "Waiting",
  items: {
    approvals: "Approvals that wait for you",
    requests: "Requests that wait for you",
    "photo-reviews": "Photos to look at",
    "decrees-stuck": "Decrees that did not take effect",
    "leaves-ending": "Leaves that end soon or have ended",
    arriving: "People who may come from other agencies",
    "contract-ends": "Contracts that end within 90 days",
    frozen: "Frozen accounts",
    undeliverable: "Undeliverable addresses",
    "no-email": "Without an address",
    "not-activated": "Not activated",
    "no-authenticator": "Without an authenticator",
    "photo-refused": "Photo refused",
    "no-photo": "Without a photo",
  },
  hints: {
    approvals: "Decide after checking the documents.",
    requests: "Decided within 3 x 24 hours.",
    "photo-reviews": "Dress, pose and likeness are for people to judge.",
    "decrees-stuck": "The data differ from when it was decided; look.",
    "leaves-ending": "The cards stay suspended until another decree.",
    arriving: "Released by other agencies; take them in or give them back.",
    "contract-ends": "Extend them, or the cards end by themselves.",
    frozen: "Opened by an officer who has met the person.",
    undeliverable: "Ask for the right address, then correct it.",
    "no-email": "They activate at the counter.",
    "not-activated": "Remind them, or print their activation letters.",
    "no-authenticator": "It is set up at the next sign-in.",
    "photo-refused": "Their last photos do not meet the rules.",
    "no-photo": "Their cards cannot be made yet.",
  },
  urgent: (item, count) =>
    item === "requests"
      ? `${count} past their time, or nearly.`
      : item === "photo-reviews"
        ? `${count} reported, or not replaced in time.`
        : `${count} past their last day.`,
  nothing: "Nothing is waiting.",
  none: "Empty",
  uncounted: "Could not be counted",
  quality: "Data quality",
  worst: "What costs the data quality most:",
  good: "No measured indicator fails.",
  notYet: "Data quality is counted every night; the first result comes tomorrow morning.",
  board: "Data-quality board",
  asOf: "Data as of",
  people: (count) => `${count} people`,
  services: "Officers' services",
};
