import type { ScanAnswer } from "../id/scan-answer.ts";
import { en as states } from "./card-states.ts";

const notAccepted = "Do not accept the card, and tell BKPSDM.";
const stillSo = "; if it stays so, do not accept the card, and tell BKPSDM.";
const askOnline =
  "Scan it with the phone's camera once there is a network, or ask for another proof of identity.";

export const en: ScanAnswer = {
  notKnown:
    "Cannot be checked yet (V0): this device has never fetched the list of keys. Connect it to a network once.",
  tooOld: "This browser is too old for checks without a network. Update it, or check online.",
  notSetUp:
    "Checks without a network are not set up for this address. Cards can still be checked online.",
  next: "Scan the next card",
  online: "Check online, with the photo",
  onlineHint:
    "The answer online comes from the record as it is now, with the photo. Its serial number must be the one above: the code's address is not signed. The signed data are not sent.",
  report: "Report a suspicious card",
  reportHint:
    "Needs a network: the card is checked online with a captcha, then the report reaches its agency.",
  compare:
    "The code holds no photo, and the one on the card can be exchanged: compare the name with another document, or check online to see the photo.",
  shortened: "shortened",
  code: "Result code",
  checkedAt: "Checked on this device at",
  site: (host) => `Official address printed on cards: ${host}.`,
  listed: (age) => `Status list made ${age}.`,
  unlisted: "This card's part of the status list was never fetched.",
  minutes: (count) => (count < 1 ? "just now" : `${count} min ago`),
  hours: (count) => `${count} h ago`,
  days: (count) => `${count} days ago`,
  readiness: {
    old: (age) =>
      `Not ready: the status list is out of date, ${age}. Prepare again while there is a network.`,
    missing: (count) => `${count} part(s) did not arrive; press once more.`,
    none: "Not ready: fetch the lists of keys and states while there is a network.",
    some: (parts, age) => `Ready. Status list: ${parts} part(s), the oldest ${age}.`,
    preparing: (parts) => `Fetching the status list, part ${parts}…`,
    failed: "It could not be fetched. Check the connection, then try again.",
  },
  fields: {
    name: "Name",
    nip: "NIP / NI PPPK",
    kind: "Kind of employee",
    instansi: "Agency",
    tmt: "In office since (TMT)",
    serial: "Serial number",
    issued: "Signed on",
    expires: "Signature valid until",
  },
  noInstansi: "Not in this list",
  states: {
    ...states,
    valid: {
      code: "V1",
      word: "Valid",
      next: "Its signature is right, and by the status list this card is valid. Compare the person.",
    },
    unclear: {
      code: "V0",
      word: "Cannot be checked yet",
      next: "Its signature is right, but the status list on this device is missing or too old. Connect to a network and scan again, or ask for another proof of identity.",
    },
  },
  refusals: {
    unsigned: {
      code: "V0",
      word: "Cannot be checked yet",
      next: `This code has no signature: it can only be checked online. ${askOnline}`,
    },
    "not-ours": {
      code: "V5",
      word: "Unknown",
      next: `This QR code is not one of a Virtual ASN Card. If it is on the card you are shown, do not open its address. ${notAccepted}`,
    },
    truncated: {
      code: "V8",
      word: "Signature not valid",
      next: `The code's content is cut off. Scan once more, the whole code${stillSo}`,
    },
    "re-encoded": {
      code: "V8",
      word: "Signature not valid",
      next: `The code's content was written anew, not as it was signed. ${notAccepted}`,
    },
    damaged: {
      code: "V8",
      word: "Signature not valid",
      next: `The code's content is damaged. Scan once more${stillSo}`,
    },
    "wrong-alg": {
      code: "V8",
      word: "Signature not valid",
      next: `The code is signed in a way that no card is. ${notAccepted}`,
    },
    "unknown-key": {
      code: "V8",
      word: "Signature not valid",
      next: `Signed by a key that is not in this device's list. Connect to a network and scan again${stillSo}`,
    },
    "revoked-key": {
      code: "V8",
      word: "Signature not valid",
      next: "The key that signed it was revoked. Ask the holder to open the newest card on the phone, then scan again.",
    },
    malleable: {
      code: "V8",
      word: "Signature not valid",
      next: `This signature was made from another one. ${notAccepted}`,
    },
    "bad-signature": {
      code: "V8",
      word: "Signature not valid",
      next: `The code's content does not fit its signature. ${notAccepted}`,
    },
    "not-yet-valid": {
      code: "V0",
      word: "Cannot be checked yet",
      next: `Its day has not come. Check the date and time of this device. ${askOnline}`,
    },
    expired: {
      code: "V0",
      word: "Cannot be checked yet: scan online",
      next: `Its signature is over its time; that is no sign of forgery. ${askOnline}`,
    },
  },
};
