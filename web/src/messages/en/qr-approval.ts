import type { QrApproval } from "../id/qr-approval.ts";

export const en: QrApproval = {
  nothing:
    "This page is for scanning. On a computer, open «Sign in with a QR code», then scan the code with this phone's camera.",
  signedOut:
    "This phone is not signed in. Sign in here first; if the computer shows another code by then, scan again.",
  signIn: "Sign in on this phone",
  lead: "A computer wants to sign in with the account of",
  device: "Device",
  place: "Place",
  unknownPlace: "Unknown",
  askedAt: "Asked at",
  elsewhere: "This computer seems to be somewhere else. If it is not in front of you, refuse.",
  only: "Allow it only if you yourself opened the sign-in page on that computer. A QR code that somebody sent you, for example by WhatsApp, is fraud.",
  cardOnly:
    "That computer will open your card only. For an officer's or operator's work, sign in there with your password.",
  number: "Number on the computer",
  numberHint: "2 digits on the computer's screen. If they are wrong, a new code is needed.",
  code: "Authenticator code",
  codeHint: "6 digits that change every 30 seconds",
  approve: "Let it sign in",
  notMe: "Not me",
  left: (seconds) => `Valid for ${seconds} more second${seconds === 1 ? "" : "s"}`,
  approved: "Approved",
  waiting: "Waiting for the computer …",
  over: {
    done: {
      title: "The computer has signed in",
      message: "If that was not you, change your password now; all devices will be signed out.",
    },
    late: {
      title: "The time of the code is up",
      message: "The computer did not sign in. Make a new code on the computer and scan it.",
    },
    refused: {
      title: "Request refused",
      message:
        "That computer did not sign in. If somebody sent you the code, report it to your agency's BKPSDM.",
    },
    "number-wrong": {
      title: "The number does not match",
      message:
        "The request has ended and that computer did not sign in. If you mistyped, make a new code on the computer and scan it. If no computer is in front of you, somebody is trying to deceive you.",
    },
    "scanned-elsewhere": {
      title: "Another phone has scanned the code",
      message: "A code is for one phone. Make a new code on the computer and scan it.",
    },
  },
  doneUntil: "Its session ends at the latest at",
  changePassword: "Change your password",
  toDevices: "See the devices that are signed in",
  toCard: "To my card",
  failures: {
    "qr-over": "The time of this code is up.",
    "qr-scanned": "Another phone has scanned this code.",
    "qr-number-wrong": "The number is not the one that the computer shows.",
    "authenticator-unkept":
      "This authenticator is from before there were QR logins. Set up the authenticator again, or sign in on the computer with your password.",
  },
};
