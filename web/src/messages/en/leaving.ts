import type { Leaving } from "../id/leaving.ts";

export const en: Leaving = {
  title: "Sign out and delete what is unfinished?",
  text: "A photo in the studio, a request, a file for one or what a gate has read is unfinished or not sent. If you sign out, it is deleted from this device.",
  unanswered: (seconds) => `Without an answer you are signed out in ${seconds} seconds.`,
  stay: "Stay here",
  leave: "Sign out and delete",
};
