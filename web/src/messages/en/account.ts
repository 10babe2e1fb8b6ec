import type { Account } from "../id/account.ts";
import { accountActions } from "./account-actions.ts";

export const en: Account = {
  lead: "What opens your account, and what happened to it.",
  ownData: {
    hint: "See your data, report what is wrong, and ask for a copy of all.",
    open: "Open my data",
  },
  devices: {
    title: "Devices",
    hint: "Your account is signed in here now. A place is a guess, from the network that is used.",
    thisOne: "this device",
    byQr: "signed in with a QR code",
    began: "Signed in:",
    lastSeen: "Last used:",
    end: "Sign out",
    endOf: (device) => `Sign out ${device}`,
    endOthers: "Sign out all other devices",
    ended: (device) => `${device} was signed out.`,
    othersEnded: "All other devices were signed out.",
  },
  history: {
    title: "Account history",
    hint: "Something you do not recognise? Change your password at once. If somebody else may be able to sign in, freeze the account on this page, then contact the BKPSDM of your agency.",
    older: "Show older events",
    all: (count) => `The whole history is shown (${count}).`,
    none: "No events yet.",
    by: {
      holder: "by you",
      officer: "by an officer",
      operator: "by an operator",
      system: "by the system",
      import: "by an import",
    },
    actions: accountActions,
  },
};
