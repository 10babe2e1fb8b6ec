import { toldActions } from "#shared/audit/account-actions.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import type { CardWords } from "../id/card-words.ts";
import { accountActions } from "./account-actions.ts";

export const en: CardWords = {
  take: "Download or print",
  downloadFront: "Download front (PNG)",
  downloadBack: "Download back (PNG)",
  downloadPdf: "Download PDF (card)",
  downloadA4: "Download PDF (A4)",
  print: "Print",
  printHint: "True size in print: 85.60 × 53.98 mm.",
  notPrinted:
    "Cannot print yet: the card's image has not arrived. Check your connection, then try again.",
  fullCard: "Card in full screen",
  closeFull: "Close",
  text: "What the card says",
  fields: {
    name: "Name",
    nip: "NIP",
    nipPppk: "NI PPPK",
    pangkat: "Pangkat / golongan ruang",
    golongan: "Golongan",
    jabatan: "Position (jabatan)",
    unitKerja: "Unit (unit kerja)",
    instansi: "Agency (instansi)",
    serial: "Serial number",
    checkCode: "Check code (Kode Periksa)",
    issuedOn: "Issued on",
    contractEnd: "Contract until",
  },
  shortened: "Not all of it fits on the card's picture",
  notYet: "none yet",
  qrPaused: (since) =>
    `The QR code is paused since ${since}: whoever checks the card reads «Suspended».`,
  resumeQr: "Resume it under «My data»",
  notifications: "Notifications",
  noNotifications: "No notifications yet.",
  notification: {
    "qr-replaced":
      "The card’s QR code was replaced. Cards that were printed or shared are no longer valid.",
    "qr-paused": "The card’s QR code was paused from your account.",
    "qr-resumed": "The card’s QR code is active again.",
    "nip-opened": "Your NIP is open for an hour: whoever checks the card reads all of it.",
    "nip-closed": "Your NIP is masked again for whoever checks the card.",
    "card-changed": "Your record changed. A new card has been drawn.",
    "card-suspended": "Your card is suspended.",
    "card-restored": "Your card is valid again.",
    "card-begun": "Your card is valid from now on.",
    "card-ended": "Your card has ended.",
    "record-changed": "Your record changed; the status of your card is what it was.",
    "contract-ended": "Your contract has ended, so the card is no longer valid.",
    "email-changed":
      "Your e-mail address was changed. If not by you, contact your personnel office.",
    "photo-confirmed": "Your new photo is used on the card.",
    "photo-brought": "An officer changed the photo on your card; a second one approved it.",
    "photo-new-asked":
      "An officer asks for a new photo. Why, and until when, stands on the page of the photo.",
    "photo-revoked": "The photo was taken off your card. Why stands on the page of the photo.",
    "roles-changed": "Two operators gave or withdrew a role of yours.",
    "request-approved": "The change that you asked for was approved.",
    "request-refused": "The change that you asked for was refused. The page of approvals says why.",
    ...keyed(toldActions, (action) => `Your account: ${accountActions[action]}.`),
    "own-request-clarification": "Your request needs an answer: an officer asks.",
    "own-request-approved": "Your request was approved.",
    "own-request-rejected": "Your request was rejected. Why stands there.",
    "own-request-expired": "Your request expired: the question was not answered.",
    other: "Something changed in your account.",
  },
  help: "Is something wrong? The card is updated automatically once the record is right.",
  propose: "Propose a change of data",
};
