import type { LetterSigning } from "../id/letter-signing.ts";

export const en: LetterSigning = {
  waits: "Waits for your signature",
  since: "Sent",
  title: "Your signature",
  uncertified:
    "A signature here is recorded for your post and checked by the letter's QR. It is no certified electronic signature (BSrE).",
  verdict: "Decision",
  choose: "Choose",
  sign: "Sign",
  signMeans: "Number and day are fixed; what it says can be changed no more, only withdrawn.",
  return: "Send back to the officer",
  returnMeans: "The officer changes it and sends it again. Its number stays its own.",
  reason: "Reason",
  reasonHint: "The officer who wrote it reads it. Nothing private about anybody.",
  send: "Send",
  signed: "The letter is signed.",
  returned: "The letter was sent back.",
};
