import type { Verify } from "../id/verify.ts";

export const en: Verify = {
  title: "Check an ASN card",
  checking: "Checking…",
  working: (percent) => `Your phone is calculating: ${percent}%`,
  errorPrefix: "Error: ",
  empty: "Type the characters in the image.",
  wrong: "The captcha answer is wrong or has expired. Answer the new image.",
  bringing: "Loading…",
  stop: "Stop",
  notHeard: "The reading cannot be played yet. Try again, or choose «Without image».",
  wrongSerial: "A Nomor Seri is one letter and 11 digits, such as A2010 0000123.",
  wrongCode: "A Kode Periksa is 8 letters and digits, such as 7K2Q-9MXB.",
  over: "More than ten minutes have passed since the last captcha. Answer one once more.",
  toReport: "To report, answer the captcha; the card is checked once more.",
  noAnswer:
    "Cannot check yet (V0): no answer from the server. Check your connection and try again.",
};
