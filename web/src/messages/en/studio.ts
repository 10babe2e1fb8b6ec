import type { Studio } from "../id/studio.ts";

export const en: Studio = {
  title: "Photo studio",
  lead: "Your photo is made on this device. Nothing is sent until you press “Send to be checked”.",
  steps: "Steps",
  frame: "1. Frame",
  background: "2. Background",
  check: "3. Check",
  opening: "Opening the photo.",
  drawing: "Making the photo.",
  drawn: "The photo is ready.",
  nobody: "No person was found inside the frame.",
  nobodyLeft:
    "With the background removed, nobody is left: the studio looks for one person in the middle of the frame, with background to the left and right.",
  nobodyFix:
    "In step 1, move or zoom out until one whole person is in the middle; or restore the background in step 2. A photo of nobody cannot be sent.",
  hardlyAnybody: "Almost all of the person has been erased, or the person is too small.",
  waysOn:
    "Use the background tool, restore the background with the button below, or choose another photo that clearly shows one person.",
  toTool: "Go to the background tool",
  failed: "This photo could not be made on this device. Try again, or choose another one.",
  again: "Try again",
  cannotDraw:
    "This browser is too old for the photo studio. Update it, or prepare a PNG of 450 × 575 pixels with a transparent background on another device.",
  problems: {
    heic: "This browser cannot open HEIC photos. Save or export it as JPEG on your phone or computer first, then choose it again.",
    "not-a-picture": "This file is not a photo. Choose a JPEG, PNG or WebP photo.",
    "too-many-pixels":
      "This photo has more than 64 megapixels. Reduce its size, then choose it again.",
    damaged: "This photo is damaged, or too large for this device. Choose another one.",
  },
  stageFrame: "The photo in its frame",
  stageFrameHelp:
    "Move it with a finger, the mouse or the arrow keys; zoom by pinching, with the wheel, or with + and −. Put the eyes on the dashed line, keep the head inside the oval, and let the shoulders reach the lower edge.",
  early: {
    "too-small": (size) =>
      `This photo is too small: the frame holds only ${size} pixels, but the card needs 450 × 575. Zoom out, or choose a larger original.`,
    enlarged: (size) =>
      `This photo has been enlarged: the frame holds only ${size} original pixels. Choose a larger original.`,
    "too-dark":
      "This photo looks too dark. Choose one taken in a bright place, with light from the front.",
    "no-face":
      "No face was found in the frame. Move the photo until your face is visible, or choose another one.",
    "several-faces":
      "There is more than one face in the frame. Move or zoom until only yours is visible, or choose another photo.",
    "all-outside":
      "This photo shows more than one person, and no whole face is inside the frame. Move it or zoom out until yours is.",
    "others-outside":
      "This photo shows more than one person. Only the one inside the frame counts: make sure it is the right person.",
  },
  stageBackground: "The photo with its background removed",
  stageBackgroundHelp:
    "Paint over what is wrong. On a keyboard, the arrow keys move the brush and the space bar paints.",
  zoom: "Zoom",
  turn: "Turn",
  quarter: "Turn by 90°",
  left: "Left",
  right: "Right",
  up: "Up",
  down: "Down",
  reset: "Start over",
  move: "Move the photo",
  wallHint:
    "“Remove the background” erases a wall or cloth of a single colour behind you. Uneven light is fine.",
  removeWall: "Remove the background",
  keepWall: "Restore the background",
  tools: {
    person: {
      title: "A background that is not plain",
      offer:
        "This tool finds the person even in front of a busy background. It works on this device; the photo is not sent.",
      load: (size) => `Download the background tool (${size})`,
      ready: "The background tool is in use. It stays in this browser until you sign out.",
      without: "A plain background can still be removed, and the brush works.",
    },
    face: {
      title: "Face tool",
      offer:
        "This tool frames the photo by the face, and checks face, light, colour and sharpness before the photo is sent. It works on this device.",
      load: (size) => `Download the face tool (${size})`,
      ready:
        "The face tool is in use: you can still move the frame, and the check is now complete.",
      without: "You can set the frame by hand; the face is checked after sending.",
    },
  },
  checkedLater: "Face, light, colour and sharpness are checked after sending.",
  loadingTool: (size) => `Downloading the tool (${size}).`,
  stopLoading: "Cancel the download",
  toolProblems: {
    offline: "The connection was lost, so the tool was not downloaded. Try again later.",
    refused: "The tool cannot be downloaded at the moment. Try again later.",
    unable: "This browser cannot run this tool. Update it if you can.",
  },
  brushTitle: "Tidy up with the brush",
  brush: "Brush",
  erase: "Erase",
  restore: "Restore",
  pan: "Move",
  size: "Brush size",
  undo: "Undo",
  redo: "Redo",
  magnify: "Magnification",
  before: "Show the original",
  next: "Next",
  back: "Back",
  live: {
    title: "Photo rules",
    size: "Size",
    transparency: "Background",
    face: "Face",
    light: "Light",
    colour: "Colour",
    sharpness: "Sharp",
  },
  result: "Result",
  resultAlt: "Your photo, 450 × 575 pixels, with a transparent background",
  notYet: "Some rules are not met yet. You can still send this photo, but it will be refused.",
  ready: "Everything that can be checked here is in order. The final check comes after sending.",
  send: "Send to be checked",
  download: "Download PNG",
  fileName: "asn-card-photo.png",
  sketch: "Card preview",
  sketchHint: "A simple sketch. The real card is drawn once the photo is accepted.",
  sketchTitle: (kind) => `Kartu ASN Virtual ${kind}`,
  kept: "The photo you were working on is still stored on this device.",
  untilLogout: "Your work is deleted from this device when you sign out.",
  notKept: "This browser does not allow storage: your work is lost when you close the page.",
};
