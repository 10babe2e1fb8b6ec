import type { GuideFrame } from "../id/guide.ts";

export const en: GuideFrame = {
  title: "User guide",
  lead: "How to use the Virtual ASN Card, from activating the account to checking a card. It can be read without signing in and without JavaScript, and can be printed.",
  contents: "Contents",
  chapter: (n) => `Chapter ${n}`,
  before: "Chapter before",
  after: "Next chapter",
  page: (n) => `page ${n}`,
  pdf: (megabytes) => `Download the user guide (PDF, ${megabytes} MB)`,
  onward: "The guide to this page",
  help: "No answer here? Ask BKPSDM or the personnel office of your agency.",
  licences: "Third-party licences",
};
