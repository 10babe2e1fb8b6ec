import type { Member } from "../id/member.ts";

export const en: Member = {
  otherPerson: {
    title: "Another account is signed in",
    now: (name) => `Signed in on this browser now: ${name}`,
    nowUnnamed: "Another account is signed in on this browser now.",
    text: "This page was opened with the account before, so nothing is saved from here.",
    reload: "Reload the page",
  },
  session: {
    title: "Your session is about to end",
    text: (minutes) =>
      `For your security you will be signed out in ${minutes}. What you typed stays in this tab.`,
    lastText: (minutes) =>
      `Your session for today ends in ${minutes}. Save your work, then sign in again.`,
    remaining: (minutes, seconds) =>
      minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} seconds`,
    stay: "Stay signed in",
    unreachable:
      "The server cannot be reached, so this page is closed for now. Trying again automatically.",
  },
};
