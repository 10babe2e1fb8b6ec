import type { Member } from "../id/member.ts";

export const en: Member = {
  otherPerson: {
    title: "Another account is signed in",
    text: (name) =>
      `Signed in on this browser now: ${name}. This page was opened with another account, so nothing is saved from here.`,
    textUnnamed:
      "Another account is signed in on this browser now. This page was opened with the one before, so nothing is saved from here.",
    reload: "Reload the page",
  },
};
