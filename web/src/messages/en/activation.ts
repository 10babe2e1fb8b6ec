import type { Activation } from "../id/activation.ts";

export const en: Activation = {
  lead: "To activate your account the first time, or to replace a forgotten password.",
  step: (n) => `Step ${n} of 3`,
  nip: "NIP",
  check: "Check",
  emailTitle: "Your e-mail",
  email: "E-mail address",
  emailHint: "Exactly as it stands in your personnel record (SIASN).",
  emailWrong: "Is the registered e-mail wrong or no longer yours?",
  emailWrongText:
    "Ask BKPSDM or your agency's personnel office to update the e-mail in your record, then start again from the first step.",
  send: "Send",
  restart: "Start again",
  done: "Your new password is saved",
  doneText:
    "Sign in with your NIP and your new password. At the first login you set up codes on your phone.",
  login: "Login",
};
