import type { Identity } from "../id/identity.ts";

export const en: Identity = {
  failures: {
    "password-refused": "The current password is wrong.",
    "mailed-code-refused": "The code is wrong. Only the one in the last e-mail is valid.",
    "mailed-code-expired": "This code is no longer valid. Ask for a new one.",
  },
  password: "Current password",
  code: "Authenticator code",
  codeHint:
    "6 digits from your authenticator app. If you have just signed in with one, wait for the next.",
};
