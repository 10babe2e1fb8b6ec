import type { Card } from "../id/card.ts";

export const en: Card = {
  status: {
    active: "Active",
    suspended: "Suspended",
    ended: "Ended",
  },
  statusText: {
    active: "Your card is valid.",
    suspended:
      "Your card is suspended and cannot be used. Ask the personnel office of your agency.",
    ended:
      "Your card has ended because your employment as a civil servant has ended. If this is wrong, contact the personnel office of your agency.",
  },
  asOf: (time) => `Data as of ${time}`,
  drawing: "Your newest card is being drawn. This page updates itself.",
  updated: "The newest card is showing.",
  offline: "Cannot update right now. You see the last data.",
  noPhoto: "No photo yet",
  noPhotoText:
    "The card is drawn after you choose a photo. Have a PNG of 450 x 575 pixels without background ready.",
  choosePhoto: "Choose a photo",
  changePhoto: "Change photo",
  shape: "Shape of the card",
  portrait: "Portrait",
  landscape: "Landscape",
  side: "Side of the card",
  front: "Front",
  back: "Back",
  faceAlt: (side, shape) =>
    `Virtual ASN Card, ${side.toLowerCase()}, ${shape.toLowerCase()}. Its content is written below.`,
  download: "Download",
  downloadFront: "Download front (PNG)",
  downloadBack: "Download back (PNG)",
  print: "Print",
  printHint: "True size in print: 85.60 x 53.98 mm.",
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
    issuedOn: "Issued on",
    contractEnd: "Contract until",
  },
  notYet: "none yet",
  notifications: "Notifications",
  noNotifications: "No notifications yet.",
  notification: {
    "card-changed": "Your record changed. A new card has been drawn.",
    "card-suspended": "Your card is suspended.",
    "card-restored": "Your card is valid again.",
    "card-ended": "Your card has ended.",
    "photo-confirmed": "Your new photo is used on the card.",
    other: "Something changed in your account.",
  },
  help: "Is something wrong? Tell the personnel office of your agency; the card changes by itself once the record is right.",
};
