import type { SignedInText } from "../id/signed-in.ts";

export const en: SignedInText = {
  signedInAs: "You are signed in as",
  onward: "Continue",
  another: "Sign in with another account",
};
