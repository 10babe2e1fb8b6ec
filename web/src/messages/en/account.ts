import type { Account } from "../id/account.ts";
import { accountActions } from "./account-actions.ts";

export const en: Account = {
  lead: "What opens your account, and what happened to it.",
  history: {
    title: "Account history",
    hint: "Something you do not recognise? Change your password at once, then contact the BKPSDM of your agency.",
    older: "Show older events",
    all: (count) => `${count} events, back to the first one.`,
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
