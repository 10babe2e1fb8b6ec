import type { Reset } from "../id/reset.ts";

export const en: Reset = {
  emailTitle: "Your e-mail",
  email: "E-mail address",
  emailHint: "Exactly as in your personnel record (SIASN).",
  emailWrong: "Is the registered e-mail wrong or no longer yours?",
  emailWrongText:
    "Ask BKPSDM or your agency's personnel office to update the e-mail in your record, then start again from the first step.",
  send: "Send",
  mailTitle: "Check your e-mail",
  mailText:
    "If NIP and e-mail match the personnel record, a code has been sent. It usually arrives within a minute. Look in your spam folder too.",
  sentTo: "The address you typed:",
  resend: "Send the code again",
  resendIn: (seconds) => `Send the code again (in ${seconds} seconds)`,
  resent: "If both match, a new code has been sent. Use the newest one.",
  code: "Code from the e-mail",
  codeHint: "6 digits",
  newPassword: "New password",
  repeat: "Repeat the new password",
  rules: "Password rules",
  ruleMet: "met",
  ruleOpen: "not yet",
  rule: {
    "password-too-short": "at least 12 characters; a long sentence is fine",
    "password-needs-upper": "has a capital letter",
    "password-needs-lower": "has a small letter",
    "password-needs-digit": "has a digit",
    "password-needs-symbol": "has a symbol, such as ! or #",
    "password-edge-space": "does not begin or end with a space",
    "password-common": "contains no common password",
    "password-personal": "does not contain your name, NIP or birth date",
  },
  submit: "Reset password",
  noMail: "No code yet?",
  noMailText:
    "Look in your spam folder and wait a few minutes. If nothing comes, your e-mail may differ from the personnel record: start again, or ask your agency's BKPSDM.",
  done: "Your new password is saved",
  doneText:
    "Sign in with your NIP and your new password. The first time you sign in, you set up an authenticator on your phone.",
  login: "Sign in",
};
