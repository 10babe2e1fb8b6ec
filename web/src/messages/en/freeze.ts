import type { FreezeText } from "../id/freeze.ts";

export const en: FreezeText = {
  title: "Freeze the account",
  when: "Phone lost or stolen, or somebody may know your password? Freeze the account, so that nobody can sign in.",
  open: "Freeze my account",
  question: "Freeze your account now?",
  effect:
    "All devices are signed out at once, this one too. After that nobody can sign in, not even you.",
  wayBack:
    "You cannot undo it yourself: come to the personnel office (BKPSDM) of your agency with an identity card, then an officer asks to unfreeze it and an approver decides.",
  confirm: "Yes, freeze it",
};
