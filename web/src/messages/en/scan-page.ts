import type { ScanPage } from "../id/scan-page.ts";

export const en: ScanPage = {
  appName: "Check ASN Cards",
  lead: "Checks a Virtual ASN Card by its QR code, also without a network. No data of the card are kept or sent.",
  picture: "Choose a picture of the card",
  ready: {
    title: "Without a network",
    prepare: "Prepare now",
    install: "Install on this device",
    why: "Once installed it opens the same page each time, and not the address of a code that may be an imitation. Install it from the official address printed on cards.",
  },
  byHand: "Type Nomor Seri and Kode Periksa",
};
