import type { Joins } from "../id/joins.ts";

export const en: Joins = {
  lead: "Is one person on record twice, with two NIPs? A petugas asks that both be joined, a penyetuju decides. The history of both stays readable in the record that goes on.",
  ofPerson: (name) => `Twin records: ${name}`,
  none: "No other record was joined into this one.",
  joinedTitle: "History of joined records",
  joinedOf: (nip, day) => `NIP ${nip}, joined ${day}`,
  showHistory: "Show its history",
  toRecord: "Record",
  find: "Find the other record",
  findTitle: "The other record of this person",
  findHint: "Both are shown side by side. Nothing changes yet.",
  nip: "NIP of the other record",
  nipHint: "18 digits; of the same agency.",
  compare: "Compare",
  compareTitle: "Join two records",
  warning:
    "No button parts them again. Make sure that both are one person: compare the SK, and ask the person.",
  effect:
    "The record that does not go on ends: its card is not valid, nobody logs in with its account, and its NIP becomes a former one of the record that goes on.",
  survivor: "The record that goes on",
  survivorHint: "It keeps its NIP, card, photo and account.",
  here: "This record",
  other: "The other record",
  sideFacts: {
    record: "Record",
    unit: "Unit",
    account: "Account",
    photo: "Photo",
    changed: "Last changed",
  },
  activated: "activated",
  notActivated: "not activated",
  hasPhoto: "there is one",
  noPhoto: "none yet",
  fieldsTitle: "Where they differ",
  fieldsHint: "Choose the value that goes on. Chosen: that of the record that was changed last.",
  same: "Both say the same everywhere.",
  onlyOwn: "The other record's value does not fit here",
  source: "SK",
  reasonHint: "For example how it is known that both are one person",
  submit: "Ask a penyetuju",
  asked: "Asked. A penyetuju decides it within 7 days, on the page “Approvals”.",
  question: (name) => `Approve joining the records of ${name}?`,
  survives: "Goes on",
  ends: "Ends",
  accountEnds: "Its account was activated, and cannot be used any more.",
  failures: {
    "join-same": "This number belongs to the same record.",
    "join-elsewhere":
      "That record is out of your reach. If it is another agency's, the person is transferred first.",
    "join-other-kind":
      "One is PNS and the other PPPK: those are two appointments, and two records on purpose.",
    "join-ended":
      "One of them was joined, died, or had its data erased; or the one that goes on is no active employee.",
    "join-asked": "Joining one of these records waits for a penyetuju already.",
    "join-too-long":
      "Both are too large to be joined at once. Settle the decisions that wait for their TMT, or shorten the degrees, and ask again.",
    "transfer-open": "One of them is released to another agency. Take that back first.",
    "correction-open": "First answer the reports of wrong data on the record that will end.",
    "not-found": "Nobody has this NIP.",
  },
};
