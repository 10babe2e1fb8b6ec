import type { Login } from "../id/login.ts";

export const en: Login = {
  login: {
    lead: "Sign in with your account to use the Virtual ASN Card.",
    first: "That step opens after you sign in.",
    recovered:
      "The old authenticator is removed. Log in with your password in this browser to set up the new one.",
    password: "Password",
    remember: "Remember me",
    rememberHint: "Only your NIP is kept, and only on this device.",
    submit: "Sign in",
    forgotten: "Forgotten password / activation",
    contact: "Contact updates",
  },
  code: {
    lead: "Open the authenticator app on your phone and type the code for this account.",
    code: "One-time code",
    codeHint: "6 digits that change every 30 seconds",
    submit: "Sign in",
    use: "Lost phone? Use a recovery code",
    lost: "Phone and recovery codes lost?",
    lostText:
      "Ask your agency's BKPSDM to reset your authenticator. Bring your identity card; two officers check the request. Then set up the authenticator on the new phone.",
    wrong: "Is every code refused?",
    wrongText:
      "Turn on automatic time in your phone's settings, close and reopen the authenticator app, then use the next code.",
    restart: "Back to sign in",
  },
};
