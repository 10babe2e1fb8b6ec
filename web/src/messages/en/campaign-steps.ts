import type { CampaignSteps } from "../id/campaign-steps.ts";

export const en: CampaignSteps = {
  fill: "E-mail address and mobile number",
  email: "E-mail address",
  emailHint: "Your own address, in use; one address for one person.",
  phone: "Mobile number",
  phoneHint: "For example 0812 3456 7890.",
  required: "All fields are required.",
  onward: "Continue",
  review: "Check your answers",
  save: "SIMPAN DATA (save)",
  code: "Code from the mail",
  codeSent: "A code of 8 digits was sent to",
  codeHint:
    "8 digits, valid for 15 minutes. No mail? Look in the spam folder, or go back and check the address.",
  confirm: "Send the code",
  restart: "Start again",
  doneTitle: "Data saved",
  done: "Selamat email Anda telah berhasil disimpan. Terima Kasih. (Your e-mail has been saved. Thank you.)",
  doneNext:
    "Officers of your agency check it first and may call you. The record changes once it is approved; the news go to the recorded e-mail address. If the NIP that was typed is of nobody who is asked, this form is not processed.",
  guide: "How to make an e-mail account",
  guideSteps: [
    "On the phone, open the mail app that is installed (on Android: Gmail) and choose “Add account” or “Create account”.",
    "Choose an account for personal use, then type your name and date of birth.",
    "Choose an address that is easy to spell, for example first name, dot, last name.",
    "Make a password of at least 12 characters that you use nowhere else. Do not give it to anyone, not even to an officer.",
    "Add your mobile number for recovery, then accept the terms.",
    "Send one mail to your own address. If it arrives, the account is ready: type that address here.",
  ],
  failures: {
    "campaign-ended":
      "This data update has been closed. Contact the personnel office (BKPSDM) of your agency.",
    "campaign-full":
      "The codes for today are used up, so no code was sent and this form is not saved. Try again after 07.00 WIB, or contact the personnel office (BKPSDM) of your agency.",
  },
};
