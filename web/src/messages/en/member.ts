import type { Member } from "../id/member.ts";

export const en: Member = {
  otherPerson: {
    title: "Another account is signed in",
    now: (name) => `Signed in on this browser now: ${name}`,
    nowUnnamed: "Another account is signed in on this browser now.",
    text: "This page was opened with the account before, so nothing is saved from here.",
    reload: "Reload the page",
  },
};
