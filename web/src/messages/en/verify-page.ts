/** What stands on the verification page from the start: the build writes it, the script does not carry it. */
import type { VerifyPage } from "../id/verify-page.ts";

export const en: VerifyPage = {
  lead: "You scanned the QR code of a Virtual ASN Card, or of a document of it. The holder can see when, and from which region, the card was checked.",
  byHandLead:
    "The QR code cannot be scanned? Type the two numbers printed on the front of the card. The holder can see when, and from which region, the card was checked.",
  serial: "Nomor Seri (serial number)",
  serialHint: "One letter and 11 digits, such as A2010 0000123.",
  checkCode: "Kode Periksa (check code)",
  checkCodeHint: "8 letters and digits, such as 7K2Q-9MXB. The letter O is the digit 0.",
  skip: "Skip to content",
  brand: "Virtual ASN Card",
  otherLanguage: "Indonesia",
  // The page does not name its own address, because a copy of it would name the copy's.
  domain:
    "The official address is printed on the back of the card. A result on this page counts only if your browser shows the same address.",
  captcha: "Captcha",
  asks: "Answer the captcha to see the result.",
  withImage: "With image",
  withoutImage: "Without image",
  imageAlt: "Image of letters and digits",
  label: "Type the characters in the image",
  hint: "Capital and small letters count the same.",
  refresh: "New image",
  listen: "Listen",
  workHint:
    "There is nothing to read. Press «Check»: your phone then calculates for a few seconds.",
  submit: "Check",
  toScan: "Scan a card, also without a network",
  howTo: "How to check a card",
  noScript: "JavaScript is off in your browser.",
  plain: "Check without JavaScript",
};
