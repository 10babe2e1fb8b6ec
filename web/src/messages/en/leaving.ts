import type { Leaving } from "../id/leaving.ts";

export const en: Leaving = {
  title: "Sign out and delete what is unfinished?",
  text: "A photo in the studio is not on the card yet, or a file for a request has not arrived. If you sign out, both are deleted from this device.",
  unanswered: (seconds) => `Without an answer you are signed out in ${seconds} seconds.`,
  stay: "Stay here",
  leave: "Sign out and delete",
};
