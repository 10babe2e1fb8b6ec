import type { NotMe } from "../id/not-me.ts";

export const en: NotMe = {
  title: "This was not me",
  lead: (day) => `We sent an e-mail about something in your account, ${day}.`,
  /** By what the link does. */
  purposes: {
    freeze: {
      ask: "Was this not you? Freeze your account now.",
      effects: [
        "Every device is signed out at once, and nobody can sign in, not even you.",
        "Password and authenticator stay as they are.",
        "Your card stays valid when it is scanned.",
        "The personnel office (BKPSDM) of your agency opens the account again once it is sure that it is you.",
      ],
      submit: "Freeze the account",
      done: "Your account is frozen",
      doneText: "Every device is signed out. Now do these three things:",
      steps: [
        "Change the password of your e-mail if somebody else may read it.",
        "Go to the personnel office (BKPSDM) of your agency and bring your identity card.",
        "Once an officer has opened the account, set a new password by “Forgotten password / activation”.",
      ],
    },
    "cancel-mfa-reset": {
      ask: "Did you not ask for a reset of the authenticator? Cancel it now.",
      effects: [
        "The present authenticator stays valid, even if the reset was approved.",
        "Your password and your card stay as they are.",
        "The personnel office (BKPSDM) of your agency can ask again if it is needed.",
      ],
      submit: "Cancel the reset",
      done: "The reset is cancelled",
      doneText:
        "The present authenticator stays valid. If you did not ask for the reset, do these two things:",
      steps: [
        "Tell the personnel office (BKPSDM) of your agency.",
        "Change the passwords of Kartu ASN Virtual and of your e-mail.",
      ],
    },
    "cancel-email-change": {
      ask: "Have you changed your mind about the new address, or was it not you who asked? Cancel the change now.",
      effects: [
        "The present e-mail address stays.",
        "The account is not frozen: whoever is signed in stays signed in.",
      ],
      submit: "Cancel the change",
      done: "The change of the address is cancelled",
      doneText:
        "The present address stays. If you did not ask for the change, do these two things:",
      steps: [
        "Change the password of Kartu ASN Virtual and register the authenticator anew on the page “Account”.",
        "Freeze the account by the other link of the same e-mail if somebody else still uses it.",
      ],
    },
    "cancel-phone-change": {
      ask: "Have you changed your mind about the new number, or was it not you who asked? Cancel the change now.",
      effects: [
        "The present phone number stays.",
        "The account is not frozen: whoever is signed in stays signed in.",
      ],
      submit: "Cancel the change",
      done: "The change of the number is cancelled",
      doneText: "The present number stays. If you did not ask for the change, do these two things:",
      steps: [
        "Change the password of Kartu ASN Virtual and register the authenticator anew on the page “Account”.",
        "Freeze the account by the other link of the same e-mail if somebody else still uses it.",
      ],
    },
  },
  late: {
    "cancel-mfa-reset":
      "The reset of the authenticator that the e-mail was about does not wait any more: it was carried out, or it was cancelled, refused or asked for anew before this link was used. This link has changed nothing.",
    "cancel-email-change":
      "That change of the address does not wait any more: it is in effect, or was cancelled before this link was used. This link has changed nothing.",
    "cancel-phone-change":
      "That change of the number does not wait any more: it is in effect, or was cancelled before this link was used. This link has changed nothing.",
  },
  lateTitle: "Nothing is left to cancel",
  wasMe: "It was you? Close this page. Nothing has changed.",
  safe: "This page asks for no password and no code. Do not type them into a page that an e-mail asks you to open.",
  used: "This link has been used",
  usedText:
    "A link works once. If your account is frozen, the personnel office (BKPSDM) of your agency opens it again.",
  expired: "This link is no longer valid",
  expiredText:
    "Links work for 7 days. Open the one from the newest e-mail, and copy all of it. If somebody else may be using your account, contact the personnel office (BKPSDM) of your agency at once.",
};
