import type { Authenticator } from "../id/authenticator.ts";

export const en: Authenticator = {
  title: "Authenticator",
  since: "Set up since",
  left: (n) => `Recovery codes left: ${n} of 10.`,
  few: "Make new ones. Without a recovery code, a lost phone means a visit to the BKPSDM.",
  codes: "Make new recovery codes",
  codesText: "Ten new codes take the place of all earlier ones.",
  replace: "Replace the authenticator",
  replaceText:
    "The old authenticator is removed and all sessions end, this one too. Then you log in once more with your password in this browser, and set up the new one.",
  reset: {
    asked: "An officer asks to reset your authenticator. Did you not ask for it? Cancel it.",
    approved:
      "The reset of your authenticator is approved. Did you not ask for it? Cancel it. In effect from",
    cancel: "Cancel the reset of the authenticator",
    cancelled: "The reset is cancelled. The present authenticator stays.",
  },
};
