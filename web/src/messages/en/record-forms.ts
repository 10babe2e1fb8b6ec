import type { RecordForms } from "../id/record-forms.ts";

export const en: RecordForms = {
  failures: {
    "email-taken": "Another employee already uses this e-mail address.",
    "email-needs-two":
      "Its mailbox alone opens this account (there is no authenticator, or it is being reset), so no one person changes the address. Open the record and use «Correct the e-mail address…» under «Account»: an approver decides it.",
    "change-needs-operators":
      "This employee has a role, and changes the e-mail address alone under «Account»; for all else two operators take the role back first.",
  },
  problems: {
    "nik-malformed": "has 16 digits.",
    "sex-unknown": "choose one of the list.",
    "jabatan-kind-unknown": "choose one of the list.",
    "bup-unknown": "choose one of the list.",
    CON_1: ({ right }) =>
      `CON_1: its month differs from the NIP, which says ${right ?? ""}. Correct it or leave it empty.`,
    CON_2: ({ right }) =>
      `CON_2: differs from the NIP, which says ${right ?? ""}. Correct it or leave it empty.`,
    CON_3: ({ right }) =>
      `CON_3: the NIP says ${right === "M" ? "male" : "female"}. Correct it or leave it empty.`,
    CON_4: ({ right }) =>
      `CON_4: its year differs from the NI PPPK, which says ${right ?? ""}. Correct the wrong one.`,
    ACC_1: ({ right }) =>
      `ACC_1: TMT PNS is before TMT CPNS (${right ?? ""}). Correct the wrong one.`,
    ACC_4: "ACC_4: not for this kind of employee. Choose one of the list.",
    ACC_7:
      "ACC_7: the NI PPPK has a year before there were PPPK (2019), or that has not come. Check the number.",
  },
  background: "Other data, not on the card",
  editHint: "Fields marked * are required.",
  reasonHint: "For example number and date of the decree",
  review: "Review the change",
  reviewTitle: "Check before saving",
  restored: "What you typed before is back. It has not been saved.",
  discard: "Discard it",
  save: "Save",
  change: "Edit again",
  proceed: "Continue",
  newStatus: "New kedudukan hukum",
  effect: {
    active: "The card stays active.",
    suspended: "The card will be suspended.",
    ended: "The card will end and can no longer be used.",
  },
  confirmStatus: (name) => `Change the kedudukan hukum of ${name}?`,
  confirm: {
    active: "Yes, change it",
    suspended: "Yes, suspend the card",
    ended: "Yes, end employment",
  },
  qr: {
    reasonHint: "Such as: card lost, with the number of the report",
    question: (name) => `Replace the QR code of the card of ${name}?`,
    effect:
      "The QR code on older cards will never be valid again: whoever scans it reads “Replaced”. Printed cards must be printed again. The holder has the new card at once.",
    confirm: "Yes, replace the QR code",
    done: "The QR code is replaced. Older cards are no longer valid; the new card is made automatically.",
  },
};
