import type { Contact } from "../id/contact.ts";

export const en: Contact = {
  title: "E-mail address",
  hint: "Codes for activation and new passwords, and notices, are sent to this address.",
  hintNew:
    "This address is new. To keep your account safe, codes for the activation and for a new password are mailed here from",
  formerHears:
    "Notices are mailed here; those about the safety of the account for 7 days to the address of before too.",
  failed: "Mails to this address do not arrive. Change the address.",
  change: "Change the e-mail address",
  changeHint:
    "You need your password and an authenticator code. Another code is sent to the new address, and the old address is told.",
  email: "New e-mail address",
  send: "Send a code to the new address",
  sentTo: "A code of 8 digits was sent to",
  sentHint:
    "No mail after a few minutes? Look in the spam folder. The address may be mistyped, or another account has it; we do not say which. If the address is right, contact the personnel office (BKPSDM) of your agency.",
  code: "Code from the e-mail",
  codeHint: "8 digits, valid for 15 minutes. Only the last code is valid.",
  confirm: "Use this address",
  again: "Send another code",
  sentAgain: "A new code was sent.",
  other: "Use another address",
  waits: "New address",
  waitsFrom: "Takes effect",
  waitsHint:
    "Until then the old address counts. When it takes effect, all your sessions end and you sign in again as usual.",
  cancel: "Cancel the change",
  cancelled: "The change was cancelled. The old address still counts.",
  phone: {
    title: "Phone number",
    none: "No phone number is recorded.",
    hint: "Your agency uses it to reach you. Codes are never sent to this number.",
    change: "Change the phone number",
    changeHint:
      "You need your password and an authenticator code. The new number takes effect after 24 hours, and a notice is sent to your e-mail address.",
    number: "New phone number",
    send: "Change the number",
    asked: "The change is noted. A notice was sent to your e-mail address.",
    waits: "New number",
    waitsHint: "Until then the old number counts.",
    cancelled: "The change was cancelled. The old number still counts.",
  },
};
