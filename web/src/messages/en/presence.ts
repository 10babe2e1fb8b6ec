import type { PresenceText } from "../id/presence.ts";

export const en: PresenceText = {
  title: "Kode hadir (attendance code)",
  lead: "Show this code to a gate of your office. Only the time at which you pass is recorded, as by an attendance machine.",
  hint: "The code changes every 30 seconds, and only this phone makes it. Once this page is open, it goes on without the network. If you open the code on another phone, only the one opened last counts. After you sign out, the code counts no more.",
  picture: "Your attendance code, for a gate to scan",
  changesIn: (seconds) => `Changes in ${seconds} seconds`,
  over: "Your session on this phone has ended. Sign in again to show the code.",
  failures: {
    "login-by-password":
      "The code is shown on a phone where you signed in with your password, not on a computer that was opened by QR.",
    "card-not-active": "Only people whose card is active have a code.",
  },
};
