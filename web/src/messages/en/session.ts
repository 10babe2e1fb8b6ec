import type { Session } from "../id/session.ts";

export const en: Session = {
  login: {
    lead: "Sign in with your account to use the Virtual ASN Card.",
    nip: "NIP",
    nipHint: "18 digits. Spaces, dots and hyphens are fine.",
    password: "Password",
    remember: "Remember me",
    rememberHint: "Only your NIP is kept, and only on this device.",
    submit: "Login",
    checking: (percent) => `Security check … ${percent}%`,
    waiting: (seconds) => `Waiting ${seconds} s, then the login goes on by itself …`,
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
      "Ask your agency's BKPSDM to reset your MFA. Bring your identity card; two officers check the request. Then you set up codes on the new phone.",
    wrong: "Is every code refused?",
    wrongText:
      "Turn on automatic time and time zone in your phone's settings, close and reopen the authenticator app, then use the next code.",
    restart: "Back to login",
  },
};
