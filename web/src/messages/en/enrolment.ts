import type { Enrolment } from "../id/enrolment.ts";

export const en: Enrolment = {
  lead: "Each time you sign in, you use your NIP, your password and a code from your phone. You set this up once.",
  app: "Install an authenticator app on your phone",
  appText:
    "Google Authenticator, Microsoft Authenticator or any other TOTP app. Skip this if you have one.",
  add: "Add this account to the app",
  open: "Open in the authenticator app",
  openHint: "On this phone: tap the button, then agree to add the account.",
  scan: "In the app, choose to add an account and scan this QR code.",
  qrAlt: "QR code for the authenticator app. If you cannot scan it, copy the key below.",
  otherDevice: "Is the app on another phone? Scan the QR code",
  thisDevice: "Is the app on this device? Open it or copy the key",
  key: "Key to type in",
  copy: "Copy the key",
  copied: "Key copied",
  enter: "Type the code that the app shows",
  code: "One-time code",
  codeHint: "6 digits",
  device: "Device Name",
  deviceHint: "A name by which you know your phone, such as My phone",
  devicePhone: "My phone",
  submit: "Submit",
  mailText:
    "The password is right. This browser has used no code from an e-mail yet, so we have mailed a code of 8 digits to your registered address. Your password stays as it is.",
  mailCode: "Code from the e-mail",
  mailHint: "8 digits, valid for 15 minutes. Look into the spam folder too.",
  mailSubmit: "On to the authenticator",
  mailAgain: "Send another code",
  mailSent: "A new code was sent.",
  twoApps: "Two apps or two phones?",
  twoAppsText:
    "Scan this QR code with both before you press Submit: their codes will be the same. An authenticator that is registered later replaces this one.",
  clockRight: "This device's clock agrees with the server's.",
};
