import type { Mails } from "../id/mails.ts";

export const en: Mails = {
  title: "Mails of notices",
  hint: "Mails about the security of your account are always sent at once. Of other notices there are at most three mails a day; the rest comes in one summary at 07.00 WIB (Western Indonesia Time, UTC+7). The newest twenty are always below your card.",
  legend: "Other notices",
  wishes: {
    "at-once": "Mail at once",
    daily: "One summary a day",
    "inbox-only": "No mails, only below the card",
  },
  save: "Save the choice",
  saved: "The choice is saved.",
};
