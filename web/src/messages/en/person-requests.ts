import type { PersonRequests } from "../id/person-requests.ts";

export const en: PersonRequests = {
  failures: {
    "nip-taken": "This NIP is registered in your agency already. Look for the person in the list.",
    "nip-former":
      "This NIP is a former number of somebody who is registered in your agency. Search for it in the list.",
    "nip-elsewhere": "This NIP is registered with another agency already.",
    "nip-other-kind":
      "This number is for another kind of employee: digits 13 and 14 are the month of a PNS's appointment, or from 21 the contract of a PPPK.",
    "email-elsewhere": "This e-mail address is registered with another agency already.",
  },
  nipChange: {
    title: "Change the NIP",
    hint: "When BKN corrects the number or gives another one. An approver decides. Once it is approved the card is redrawn and the old QR answers «replaced». The old number still finds this person and never becomes somebody else's. All devices are signed out; the holder activates the account again with the new number, with a new password and authenticator.",
    field: "New NIP",
    fieldHint: "18 digits, as in the decree",
    reasonHint: "For example number and date of BKN's letter",
    submit: "Ask for it",
    done: "The change of the NIP was asked for. An approver decides within 7 days.",
    question: (name) => `Approve the new NIP of ${name}?`,
    effect:
      "The card is redrawn, all devices of the holder are signed out, and the account is activated again with the new number. The old number does not sign in any more.",
  },
  newPerson: {
    lead: "For one person. Many people at once come by the import of a file. An approver decides; from then on the person is in the list and can activate the account.",
    emailHint:
      "Leave it empty if there is none: two officers give the first address at the counter",
    unitHint:
      "Type the beginning of its name and choose; a name that is not there becomes a new unit",
    reasonHint: "For example number and date of the decree of appointment",
    submit: "Ask an approver",
    done: (name) =>
      `${name} was asked for. An approver decides within 7 days, on the page «Approvals».`,
    another: "Enter another person",
    restored: "What you had begun to enter is shown again.",
    discard: "Drop it",
    what: "New employee",
    question: (name) => `Approve ${name} as a new employee?`,
    effect: {
      email:
        "The record is in the list at once, and the account can be activated with this NIP and e-mail address.",
      counter:
        "The record is in the list at once. There is no e-mail address, so two officers give one at the counter before the account is activated.",
    },
  },
};
