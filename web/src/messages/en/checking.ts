import type { Checking } from "../id/checking.ts";

export const en: Checking = {
  helpLead: "For whoever is shown a card. No app and no account is needed.",
  byHand: "Check a card by its two numbers",
  privacy: "Personal data",
  proofs: {
    title: "What proves what",
    steps: [
      "A picture or a print of a card proves nothing: anybody can copy it.",
      "A scan proves the record: the card is valid at the moment at which you check it.",
      "A face proves the person: compare it with the photo in the answer, not on the card.",
    ],
  },
  parts: [
    {
      title: "How to check",
      steps: [
        "Scan the QR code on the card with the camera of your own phone, not with the holder's.",
        "Compare the address in your browser with the official one, which is printed on the back of the card and which your agency tells. If one letter differs, stop: it is a copy of the site.",
        "Answer the captcha, then press «Check».",
        "The QR code cannot be scanned? Open the official address, add /periksa, and type «Nomor Seri (serial number)» and «Kode Periksa (check code)» from the front of the card.",
        "Compare name and photo in the answer with the person before you. Another person? Do not accept the card, and press «The photo is not of this person». It counts for this moment only: another time, check again.",
        "No network? Install «Scan a card» from the official address while there is one, then press «Prepare now». It checks the signature in the QR code and the status list, without a photo; with a list that is out of date it only says «Cannot be checked yet».",
      ],
    },
    {
      title: "What the answer means",
      steps: [
        "«Valid»: the card is in force. Accept it if the face is the same.",
        "«Suspended», «Not valid yet», «Ended»: do not accept it as an identity. Ask for another one.",
        "«Signature not valid»: the code was not made by who issues cards. Do not accept it, and report it to BKPSDM.",
        "«Replaced»: ask the holder to open the newest card on the phone, then scan again.",
        "«Unknown», «This is a specimen, not a card»: do not accept it, and report it to BKPSDM.",
        "Cannot be checked yet (V0), or busy (V9): no answer came. That is not «Valid»: check the internet connection, or ask for another identity.",
      ],
    },
  ],
  contact: "Official address and help",
  filledIn: "The agency fills this in before handing it out.",
  fields: ["Official address of the card", "Telephone of BKPSDM", "E-mail"],
};
