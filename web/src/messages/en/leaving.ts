import type { Leaving } from "../id/leaving.ts";

export const en: Leaving = {
  title: "Sign out and delete the unfinished photo?",
  text: "The photo that you worked on in the photo studio is not on the card yet. If you sign out, it is deleted from this device.",
  unanswered: (seconds) => `Without an answer you are signed out in ${seconds} seconds.`,
  stay: "Stay here",
  leave: "Sign out and delete",
};
