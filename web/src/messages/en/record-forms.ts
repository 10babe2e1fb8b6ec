import type { RecordForms } from "../id/record-forms.ts";

export const en: RecordForms = {
  failures: {
    "email-taken": "Another employee already uses this e-mail address.",
    "email-needs-two":
      "Its mailbox alone opens this account (there is no authenticator, or it is being reset), so the address is corrected in another way. Open the record and use «Correct the e-mail address…» under «Account»: an approver decides it.",
    "change-needs-two":
      "Name, degrees, golongan, e-mail and kedudukan hukum take two people. Load the page again, then ask for the change.",
    "change-asked":
      "A change of this field was asked for and is not decided yet. Wait for the decision, or have whoever asked withdraw it under “Approvals”.",
    "change-needs-operators":
      "This employee has a role, and changes the e-mail address alone under «Account»; for all else two operators take the role back first.",
  },
  problems: {
    "nik-malformed": "has 16 digits.",
    "sex-unknown": "choose one of the list.",
    "jabatan-kind-unknown": "choose one of the list.",
    "bup-unknown": "choose one of the list.",
    "died-not-ended": "who has died has no employment. Leave it empty if it is wrong.",
    "day-too-late": ({ max }) => `at the latest ${max ?? ""}, the day the employee turns 70.`,
    "day-too-far": ({ max }) => `at the latest ${max ?? ""}.`,
    "day-too-early": ({ min }) => `at the earliest ${min ?? ""}.`,
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
  reasonHint: "For example a promotion, or a corrected name",
  review: "Review the change",
  reviewTitle: "Check before saving",
  restored: "What you typed before is back. It has not been saved.",
  discard: "Discard it",
  save: "Save",
  change: "Edit again",
  proceed: "Continue",
  newStatus: "New kedudukan hukum",
  effect: {
    active: "The card is active.",
    suspended: "The card will be suspended.",
    ended: "The card will end and can no longer be used.",
  },
  confirmStatus: (name) => `Ask for another kedudukan hukum of ${name}?`,
  qr: {
    reasonHint: "Such as: card lost, with the number of the report",
    question: (name) => `Replace the QR code of the card of ${name}?`,
    effect:
      "The QR code on older cards will never be valid again: whoever scans it reads “Replaced”. Printed cards must be printed again. The holder has the new card at once.",
    confirm: "Yes, replace the QR code",
    done: "The QR code is replaced. Older cards are no longer valid; the new card is made automatically.",
  },
};
