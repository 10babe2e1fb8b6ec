import type { OwnLettersText } from "../id/own-letters.ts";

export const en: OwnLettersText = {
  lead: "Statements about you (surat keterangan), with a QR code that everybody can check. A surat tugas for many people is handed out by its officer.",
  begin: "Ask for a statement",
  list: "Letters about me",
  none: "There is no letter about you yet.",
  older: "Only the newest 50 letters are shown. Ask an officer for an older one.",
  states: {
    draft: "An officer is writing it",
    returned: "An officer is writing it",
    waiting: "Waits for the signature",
    signed: "Signed",
    withdrawn: "Withdrawn: it counts no more",
    cancelled: "Will not be given",
  },
  number: "Number",
  reason: "Reason",
  file: (number) => `Download the PDF, number ${number}`,
};
