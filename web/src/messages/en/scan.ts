import type { Scan } from "../id/scan.ts";

export const en: Scan = {
  appName: "Check ASN Cards",
  title: "Scan a card",
  lead: "Checks a Virtual ASN Card by its QR code, also without a network. No data of the card are kept or sent.",
  camera: "Turn on the camera",
  stop: "Turn off the camera",
  torch: "Torch",
  picture: "Choose a picture of the card",
  looking: "Point the camera at the QR code on the card.",
  reading: "Reading the code…",
  checking: "Checking…",
  loading: "Loading the code reader (0.4 MB, once)…",
  noCode: "No QR code could be read in this picture. Choose one that is closer and sharper.",
  noPicture: "This picture cannot be opened.",
  cameraRefused:
    "The camera is not allowed. Allow it for this address in your browser's settings, or choose a picture of the card.",
  noCamera: "There is no camera to use on this device. Choose a picture of the card.",
  noReader:
    "What reads codes has not arrived. Connect the device to a network once, then try again.",
  ready: {
    title: "Without a network",
    prepare: "Prepare now",
    install: "Install on this device",
    why: "Once installed it opens the same page each time, and not the address of a code that may be an imitation. Install it from the official address printed on cards.",
  },
  byHand: "Type Nomor Seri and Kode Periksa",
};
