import type { QrLogin } from "../id/qr-login.ts";

export const en: QrLogin = {
  lead: "This computer signs in with the help of your phone; no password is typed here.",
  qrAlt: "QR code to be scanned with your phone",
  left: (seconds) => `Valid for ${seconds} more second${seconds === 1 ? "" : "s"}`,
  steps: {
    phone: "On your phone, open this site and sign in first.",
    scan: "Open the phone's camera, point it at the QR code, then open the link.",
    type: "On the phone, type the number that will appear here and the code of your authenticator app.",
  },
  typeThis: "Scanned. Type this number on your phone:",
  scanned: (number) => `The code was scanned. Type ${number} on your phone.`,
  never: "Never send this code or number to anybody. Officers never ask for it.",
  renew: "Make a new code",
  byPassword: "Sign in with a password",
  over: {
    late: "The time of this code is up.",
    refused: "The request was refused on the phone.",
    "number-wrong": "The number typed on the phone was wrong, so the request has ended.",
    replaced: "Another tab has made a newer code.",
    done: "This code was used, but the answer did not reach this page.",
  },
};
