import type { Session } from "../id/session.ts";

export const en: Session = {
  nip: "NIP",
  nipHint: "18 digits. Spaces, dots and hyphens are fine.",
  password: { show: "Show", hide: "Hide" },
  /** Refusals that only forms can meet: pages without one need not load them. */
  failures: {
    "login-refused": "The NIP or password is wrong. Check both and try again.",
    "activation-needed":
      "This account has no authenticator yet. Begin with “Forgotten password / activation” in this browser.",
    "address-too-new":
      "The e-mail address of this account is new. Try again tomorrow, or contact your personnel office.",
    "password-refused": "The password is wrong. Check it and try again.",
    "account-frozen":
      "This account is frozen. Go to the personnel office (BKPSDM) of your agency and bring your identity card; an officer opens it again.",
    "account-not-frozen": "This account is not frozen.",
    "request-mismatch": "Reload the page and try again.",
    "email-taken": "Another employee already uses this e-mail address.",
    "own-record": "Your own record must be changed by another officer of your agency.",
    "link-expired": "This link is no longer valid.",
    "code-refused":
      "The code does not match. Wait for the app's next code, and make sure your phone's clock is automatic.",
    "too-many-codes": "Five codes were wrong. For your security, start again.",
    "mailed-code-refused":
      "The code from the e-mail is wrong. Look at the newest e-mail: only the last code is valid.",
    "mailed-code-expired": "The code from the e-mail is no longer valid. Ask for a new one.",
    "recovery-code-refused":
      "This recovery code does not match, or was used before. Each works once.",
    "reset-code-refused":
      "The code from the e-mail does not match or is no longer valid. After several wrong ones, every code is refused for an hour.",
  },
};
