import type { Reset } from "../id/reset.ts";

export const en: Reset = {
  emailTitle: "Your e-mail",
  email: "E-mail address",
  emailHint: "Exactly as in your personnel record (SIASN).",
  emailWrong: "Is the registered e-mail wrong or no longer yours?",
  emailWrongSteps: [
    "Go to the personnel office (BKPSDM) of your agency and bring your identity card.",
    "One officer changes your e-mail address and another one approves it.",
    "After a waiting time (usually 24 hours), start again on this page with the new address.",
  ],
  back: "Back to the NIP",
  notThis: "Not this one?",
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
    "password-common": "is more than a common word, name or row of keys",
    "password-personal": "does not contain your name, NIP or birth date",
  },
  submit: "Reset password",
  noMail: "No code yet?",
  noMailText:
    "Look in your spam folder and wait a few minutes. If the address above is wrong, choose “Not this one?”. If it is right and nothing comes, your record may have another address: go to your agency's BKPSDM and bring your identity card.",
  /** Too late, and too many: each has its own way out. */
  failures: {
    "step-expired":
      "More than an hour has passed since the first step, or it was made in another browser. For your security, start again.",
    "too-many-asks": "A code was asked for three times. Use the newest one, or start again.",
    "too-many-attempts": "Too many tries for this NIP and e-mail.",
  },
  done: "Your new password is saved",
  doneText: "Sign in with your NIP and your new password.",
  login: "Sign in",
};
