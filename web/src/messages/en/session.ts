import type { Session } from "../id/session.ts";

export const en: Session = {
  login: {
    lead: "Sign in with your account to use the Virtual ASN Card.",
    nip: "NIP",
    nipHint: "18 digits. Spaces, dots and hyphens are fine.",
    password: "Password",
    remember: "Remember me",
    rememberHint: "Only your NIP is kept, and only on this device.",
    submit: "Sign in",
    checking: (percent) => `Security check … ${percent}%`,
    waiting: (seconds) => `Waiting ${seconds} s, then signing in continues automatically …`,
    signedInAs: "You are signed in as",
    onward: "Continue",
    another: "Sign in with another account",
    forgotten: "Forgotten password / activation",
  },
  password: { show: "Show", hide: "Hide" },
  code: {
    lead: "Open the authenticator app on your phone and type the code for this account.",
    code: "One-time code",
    codeHint: "6 digits that change every 30 seconds",
    submit: "Sign in",
    lost: "New phone?",
    lostText:
      "Ask your agency's BKPSDM to reset your MFA. Bring your identity card; two officers check the request. Then set up the authenticator on the new phone.",
    wrong: "Is every code refused?",
    wrongText:
      "Turn on automatic time and time zone in your phone's settings, close and reopen the authenticator app, then use the next code.",
    restart: "Back to sign in",
  },
  /** Refusals that only forms before a session can meet. */
  failures: {
    "login-refused": "The NIP or password is wrong. Check both and try again.",
    "activation-needed":
      "This account has no authenticator yet. Begin with “Forgotten password / activation” in this browser.",
    "code-refused":
      "The code does not match. Wait for the app's next code, and make sure your phone's clock is automatic.",
    "too-many-codes": "Five codes were wrong. For your security, start again.",
    "reset-code-refused":
      "The code from the e-mail does not match or is no longer valid. After several wrong ones, every code is refused for an hour.",
  },
};
