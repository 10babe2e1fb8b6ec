import type { ProofRevocation } from "../id/proof-revocation.ts";

export const en: ProofRevocation = {
  title: "Withdraw the proof of this request",
  hint: "Whoever checks the QR code of this proof will read that it is withdrawn, and since when, without your reason. It cannot be undone, and there is no other proof of this request. The employee is told.",
  reason: "Reason",
  reasonHint: "It is kept in the history of the employee's account.",
  submit: "Yes, withdraw it",
  since: "The proof of this request was withdrawn",
};
