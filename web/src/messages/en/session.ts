import type { Session } from "../id/session.ts";

export const en: Session = {
  ended: "Your session has ended. Please sign in again.",
  loginInNewTab: "Sign in again in a new tab, then send again here. Nothing you typed is lost.",
  nip: "NIP",
  nipHint: "18 digits. Spaces, dots and hyphens are fine.",
  password: { show: "Show", hide: "Hide" },
  /** Refusals that only forms can meet: pages without one need not load them. */
  failures: {
    "login-refused": "The NIP or password is wrong. Check both and try again.",
    "activation-needed":
      "This account has no authenticator yet. Begin with “Forgotten password / activation” in this browser.",
    "address-too-new": "The e-mail address of this account is new. Try again tomorrow.",
    "account-frozen":
      "This account is frozen. Go to the BKPSDM of your agency with your identity card; it can be opened there.",
    "request-mismatch": "Reload the page and try again.",
    "own-record": "Another officer changes your own record.",
    "link-expired": "This link is no longer valid.",
    "code-refused":
      "The code does not match. Wait for the app's next code, and make sure your phone's clock is automatic.",
    "too-many-codes": "Five codes were wrong. For your security, start again.",
    "reset-code-refused":
      "The code is wrong or no longer valid. After several wrong ones, every code is refused for an hour.",
  },
};
