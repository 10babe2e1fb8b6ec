import type { Accounts } from "../id/accounts.ts";

export const en: Accounts = {
  title: "Account",
  state: "State",
  states: {
    "not-activated": "not activated yet",
    "no-authenticator": "activated, without an authenticator",
    ready: "active",
    missing: "not on record; report it to an operator",
  },
  registered: "Authenticator since",
  codesLeft: "Recovery codes left",
  lastLogin: "Last login",
  noLogin: "none among the newest entries",
  locked: (minutes) => `Locked after wrong passwords or codes, for ${minutes} more minutes.`,
  counted: "Tries or mailed codes are still counted.",
  frozen: (time) => `Frozen since ${time}. Nobody can log in.`,
  pending: {
    asked: "A reset of the authenticator waits for an approver. Asking again replaces it.",
    unmailed:
      "The reset of the authenticator is approved. Its 24 hours begin when the mail to the holder has gone. If this does not change, cancel the reset, correct the address, and ask again.",
    waits: (time) => `A reset of the authenticator is approved and takes effect from ${time}.`,
    due: "A reset of the authenticator is in effect: at the next login the holder registers another one.",
  },
  emailChange: (to, since, from) =>
    `The holder changed the e-mail address to ${to} on ${since}, in effect from ${from}.`,
  history: "Account history",
  phoneChange: (to, since, from) =>
    `The holder changed the phone number to ${to} on ${since}, in effect from ${from}.`,
  unavailable: "The state of the account could not be read. Reload this page.",
  firstEmail: "Note an e-mail address",
  /** What can be done, by its part of the address. */
  steps: {
    "buka-kunci": "Unlock",
    bekukan: "Freeze the account",
    cairkan: "Unfreeze the account",
    "kirim-aktivasi": "Mail the steps of the activation",
    "batalkan-reset": "Cancel the reset of the authenticator",
    "hentikan-surel": "Stop the change of the e-mail address",
    "hentikan-telepon": "Stop the change of the phone number",
    "reset-autentikator": "Reset the authenticator",
    "betulkan-surel": "Correct the e-mail address",
    "ganti-nip": "Change the NIP",
  },
};
