import type { Recovery } from "../id/recovery.ts";

export const en: Recovery = {
  failures: {
    "recovery-code-refused":
      "This recovery code does not match, or was used before. Each works once.",
  },
  title: "Keep the recovery codes",
  keep: "The authenticator is set up. If you lose the phone, your password and one of these codes open the way to a new authenticator. Each code works once.",
  list: "Recovery codes",
  print: "Print",
  save: "Save as text",
  where:
    "They are shown only now. Keep them apart from the phone, for example printed at home. Do not photograph them with the same phone.",
  next: "I have kept them, log in",
  nextText: "Log in again with the next code. The one just used cannot be used again.",
  file: "recovery-codes-kartu-asn.txt",
  fileTitle: "Recovery codes of Kartu ASN Virtual",
  fileText:
    "Each code works once. Use it on the code page, after the password: «Lost phone? Use a recovery code».",
  useText:
    "The code removes the old authenticator and ends all sessions. Then you log in once more with your password, and set up a new authenticator. The code itself does not log you in.",
  code: "Recovery code",
  codeHint: "12 letters and digits. Small letters, blanks and dashes make no difference.",
  submit: "Remove the old authenticator",
};
