import type { Studio } from "../id/studio.ts";

export const en: Studio = {
  title: "Photo studio",
  lead: "The photo is made on this device. Nothing is sent until you press “Send to be checked”.",
  steps: "Steps",
  frame: "1. Frame",
  background: "2. Background",
  check: "3. Check",
  opening: "The photo is being opened.",
  drawing: "The photo is being made.",
  drawn: "The photo is made.",
  nobody: "No person was found on this photo.",
  hardlyAnybody: "Hardly anything of the person is left, or the person is too small.",
  waysOn:
    "Use the background tool, bring the background back with the button below, or choose another photo with one person who can be seen well.",
  toTool: "To the background tool",
  failed: "This photo could not be made on this device. Try again, or choose another one.",
  again: "Try again",
  cannotDraw:
    "This browser is too old for the photo studio. Update it, or prepare a PNG of 450 × 575 pixels with a transparent background on another device.",
  problems: {
    heic: "This browser cannot open HEIC photos. Save or export it as JPEG on your phone or computer first, then choose it again.",
    "not-a-picture": "This file is no photo. Choose a JPEG, PNG or WebP photo.",
    "too-many-pixels":
      "This photo has more than 64 megapixels. Make it smaller, then choose it again.",
    damaged: "This photo is damaged, or too large for this device. Choose another one.",
  },
  stageFrame: "The photo in its frame",
  stageFrameHelp:
    "Move it with a finger, the mouse or the arrow keys; zoom by pinching, with the wheel, or with + and −. Put the eyes on the dashed line, the head into the oval, and the shoulders down to the lower edge.",
  early: {
    "too-small": (size) =>
      `This photo is too small: only ${size} pixels are in the frame, and the photo of the card has 450 × 575. Zoom out, or choose a larger original.`,
    enlarged: (size) =>
      `This photo was enlarged: only ${size} pixels in the frame are its own. Choose a larger original.`,
    "too-dark":
      "This photo looks too dark. Choose one that was taken in a bright place, with light from the front.",
    "no-face":
      "No face was found in the frame. Move the photo until your face can be seen, or choose another one.",
    "several-faces":
      "More than one face is in the frame. Move or zoom until only you can be seen, or choose another photo.",
  },
  stageBackground: "The photo with its background removed",
  stageBackgroundHelp:
    "Wipe over what is wrong. With the keyboard: arrows move the brush, the space bar wipes.",
  zoom: "Zoom",
  turn: "Turn",
  quarter: "Turn by 90°",
  left: "Left",
  right: "Right",
  up: "Up",
  down: "Down",
  reset: "Start over",
  move: "Move the photo",
  wallTitle: "Remove a plain background",
  wallHint: "For a wall or cloth of one colour behind you. Uneven light is fine.",
  removeWall: "Remove the background",
  keepWall: "Bring the background back",
  tools: {
    person: {
      title: "A background that is not plain",
      offer:
        "This tool sees where the person is, also before a busy background. It works on this device; the photo is not sent.",
      load: (size) => `Download the background tool (${size})`,
      ready: "The background tool is in use. It stays in this browser until you sign out.",
      without: "A plain background can still be removed, and the brush works.",
    },
    face: {
      title: "Face tool",
      offer:
        "This tool sets the frame by the face, and checks face, light, colour and sharpness before the photo is sent. It works on this device.",
      load: (size) => `Download the face tool (${size})`,
      ready: "The face tool is in use: the frame can still be moved, and the check is complete.",
      without: "The frame can be set by hand, and the face is checked after sending.",
    },
  },
  checkedLater: "Face, light, colour and sharpness are checked after sending.",
  loadingTool: (size) => `The tool is being downloaded (${size}).`,
  stopLoading: "Cancel the download",
  toolProblems: {
    offline: "The connection broke, so this tool has not come. Try again later.",
    refused: "This tool cannot be downloaded now. Try again later.",
    unable: "This browser cannot run this tool. Update it if you can.",
  },
  brushTitle: "Tidy it with the brush",
  brush: "Brush",
  erase: "Erase",
  restore: "Restore",
  pan: "Move",
  size: "Size of the brush",
  undo: "Undo",
  redo: "Redo",
  magnify: "Magnification",
  before: "Show before",
  next: "Next",
  back: "Back",
  result: "Result",
  resultAlt: "Your photo, 450 × 575 pixels, with a transparent background",
  notYet:
    "Some rules are not met yet. You can send it all the same, but this photo will be refused.",
  ready: "All that can be checked here is met. The last check comes after sending.",
  send: "Send to be checked",
  download: "Download PNG",
  fileName: "asn-card-photo.png",
  sketch: "Preview of the card",
  sketchHint: "A plain sketch. The real card is drawn once the photo is accepted.",
  sketchTitle: (kind) => `Kartu ASN Virtual ${kind}`,
  kept: "The photo that you worked on is still stored on this device.",
  untilLogout: "This work is deleted from this device when you sign out.",
  notKept: "This browser allows no storage: this work is lost when the page is closed.",
};
