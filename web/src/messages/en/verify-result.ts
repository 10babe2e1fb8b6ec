import type { VerifyResult } from "../id/verify-result.ts";
import { en as states } from "./card-states.ts";

export const en: VerifyResult = {
  site: (host) =>
    `Official address printed on cards: ${host}. Compare it with the address in your browser.`,
  code: "Result code",
  checkedAt: "Checked at",
  again: "Check again",
  next: "Check the next card",
  photoAlt: "Photo of the card's holder",
  compare: "Compare it with the face of the person in front of you.",
  report: "The photo is not of this person",
  reportQuestion: "Report this photo to the agency?",
  reportSend: "Report",
  cancel: "Cancel",
  reportOutcomes: {
    done: "Thank you, your report has arrived. Officers of the agency will look at this photo. Do not accept this card from the person in front of you; ask for another proof of identity.",
    over: "More than ten minutes have passed since this card was checked. Check it once more, then report.",
    failed: "The report was not sent. Check your connection, then try again.",
  },
  back: "Back to the result",
  suspect: "Report a suspicious card",
  suspectQuestion: "What is wrong?",
  suspectSends: "The button that you choose sends the report to the agency at once.",
  suspectSure: (what) => `Report to the agency: “${what}”?`,
  suspicions: {
    "data-differ": "The card says something else than this",
    "other-holder": "Somebody else carries this card",
    altered: "The card looks altered or forged",
  },
  suspected:
    "Thank you, your report has arrived. An officer of its agency looks at it. Do not accept this card; ask for another proof of identity.",
  reported: {
    word: "Photo reported",
    next: "On record this card is still valid, but you have reported its photo.",
  },
  suspectReported: {
    word: "Card reported",
    next: "On record this card is still valid, but you have reported it.",
  },
  mistyped:
    "No Virtual ASN Card has this Nomor Seri with this Kode Periksa. Compare what you typed with the card; if the result is the same, do not accept the card and tell BKPSDM.",
  results: {
    upcoming: states.upcoming,
    suspended: states.suspended,
    ended: states.ended,
    superseded: states.replaced,
    valid: {
      code: "V1",
      word: "Valid",
      next: "This card is valid. Compare the name and the face.",
    },
    document: {
      code: "D1",
      word: "Registered document",
      next: "Registered: the number, date, subject and initials below. Compare them with the document in front of you. Its name and what else it says are not checked: where they matter, ask the agency.",
    },
    "document-revoked": {
      code: "D2",
      word: "Revoked document",
      next: "This document was made by Virtual ASN Card, and has been revoked. Do not use it any more.",
    },
    specimen: {
      code: "V6",
      word: "This is a specimen, not a card",
      next: "This QR code is from a sample or a preview. Do not accept it as proof of identity.",
    },
    unknown: {
      code: "V5",
      word: "Unknown",
      next: "This QR code belongs to no Virtual ASN Card. Scan again; if the result is the same, do not accept the card and tell BKPSDM.",
    },
  },
  unchecked: {
    busy: {
      code: "V9",
      word: "Busy",
      next: "The service is busy, so this card has not been checked. Wait a moment, then try again. If it is urgent, scan without a network or ask for another proof of identity.",
    },
    noAnswer: {
      code: "V0",
      word: "Cannot be checked yet",
      next: "There is no answer from the server. Check your connection, then try again. If it is urgent, scan without a network or ask for another proof of identity.",
    },
    disturbed: {
      code: "V0",
      word: "Cannot be checked yet",
      next: "The service is unavailable. Try again in a moment. If it is urgent, scan without a network or ask for another proof of identity.",
    },
  },
  triedAt: "Tried at",
  reference: (code) => `Reference code: ${code}`,
  tryAgain: "Try again",
  document: {
    kinds: { "request-proof": "Proof of a request (bukti pengajuan)" },
    kind: "Kind of document",
    number: "Number",
    subject: "About (hal)",
    initials: "Initials of the name",
    signer: "Signed by",
    issuedAt: "Date of the document",
    revokedAt: "Revoked on",
  },
  fields: {
    name: "Name",
    nip: "NIP / NI PPPK",
    employment: "Kind of employee",
    instansi: "Agency",
    tmt: "In office since (TMT)",
    serial: "Serial number",
    issuedOn: "Issued on",
  },
};
