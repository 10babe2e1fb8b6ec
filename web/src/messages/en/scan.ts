import type { Scan } from "../id/scan.ts";

export const en: Scan = {
  title: "Scan a card",
  camera: "Turn on the camera",
  stop: "Turn off the camera",
  torch: "Torch",
  looking: "Point the camera at the QR code on the card.",
  reading: "Reading the code…",
  checking: "Checking…",
  loading: "Loading the code reader (0.4 MB, once)…",
  noCode: "No QR code could be read in this picture. Choose one that is closer and sharper.",
  noPicture: "This picture cannot be opened.",
  cameraRefused:
    "The camera is not allowed. Allow it for this address in your browser's settings, or choose a picture of the card.",
  needsNetwork: "This address needs a network. Connect the device, then press again.",
  noCamera: "There is no camera to use on this device. Choose a picture of the card.",
  noReader:
    "What reads codes has not arrived. Connect the device to a network once, then try again.",
};
