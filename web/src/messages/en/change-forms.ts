import type { ChangeForms } from "../id/change-forms.ts";

export const en: ChangeForms = {
  died: {
    option: "Meninggal dunia (died)",
    day: "Day of death",
    effect:
      "The employment ends by death: the card is no longer valid, the account is frozen, and no mails are sent to the holder.",
    undone:
      "The day of death is removed. The account stays frozen until two officers unfreeze it; then photo, QR and card are back as they were.",
  },
  comesBack:
    "What comes back: the card is valid again with the same photo, and the holder can log in again with password and authenticator. Roles that were taken back do not return.",
  ask: {
    submit: "Ask for approval",
    hint: (fields) =>
      `${fields}: two people change it. An approver of your agency decides within 7 days under “Approvals”; until then none of this changes.`,
    done: "The change was asked for. An approver decides within 7 days; until then the record stays as it is.",
  },
  urgent:
    "Urgent? Freeze the account and replace the card's QR code: you can do that alone, and every card out there is invalid at once.",
  source: {
    title: "What it rests on",
    number: "Number of the decree (SK) or letter",
    hint: "Leave it empty if there is none; needed with a date or a file",
    filed: "with its file",
    day: "Date of the decree or letter",
  },
  conflict: {
    which: (field) => `${field}: which value is kept? *`,
    mine: "Yours",
    theirs: "Newest record",
  },
  decide: {
    source: "What it rests on",
    question: (name) => `Approve the change of the record of ${name}?`,
    effect: {
      other:
        "The record changes at once, and the card is redrawn if the change shows on it. If the e-mail address changes, the old and the new one are told.",
      active:
        "The record changes at once, and all devices of the holder are signed out. The card is active.",
      suspended: "The card is suspended at once, and all devices of the holder are signed out.",
      died: "The employment ends by death: the card is no longer valid at once, the account is frozen, and mails to the holder stop.",
      ended:
        "The employment ends: the card is no longer valid at once, and all devices of the holder are signed out.",
    },
  },
};
