import type { NoticeCatalogue } from "../id/notice-catalogue.ts";

export const en: NoticeCatalogue = {
  lead: "Every notice: what holders read below their card, and what the mail says, in both languages. Nobody's data is here.",
  count: (count: number) => `${count} notices`,
  find: "Find a code or a word",
  none: "No notice has that word.",
  security: "Security: mailed at once",
  other: "The mail may wait for the daily summary",
  inbox: "Below the card",
  mail: "Mail",
  link: "[link]",
};
