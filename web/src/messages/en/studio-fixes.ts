import type { StudioFixes } from "../id/studio-fixes.ts";

export const en: StudioFixes = {
  "wrong-dimensions":
    "In step 1, the photo studio cuts it to 450 × 575 pixels without stretching the face.",
  "too-large": "From step 1 on, the photo studio makes a small enough PNG.",
  rotated: "In step 1, turn the photo until it is upright.",
  animated: "From step 1 on, the photo studio uses its first picture only.",
  "unsupported-colours": "From step 1 on, the photo studio converts its colours to sRGB.",
  "too-many-chunks": "From step 1 on, the photo studio writes a new file.",
  "not-transparent": "In step 2, press “Remove the background”, or use the background tool.",
  "corners-not-clear":
    "In step 2, erase what is left of the background in both upper corners with the brush.",
  "top-not-clear":
    "In step 2, erase what is left above the head with the brush, or move the person down in step 1.",
  "sides-not-clear":
    "In step 2, erase what is left on the left and right with the brush, or zoom out in step 1.",
  "too-little-background":
    "In step 1, zoom out until there is room around the head; or remove the background in step 2.",
  "too-little-person":
    "In step 1, zoom in until head and shoulders fill the frame; if parts of the person were erased, restore them in step 2.",
  "not-down-to-the-edge":
    "In step 1, move the person down or zoom in until the body fills the lower edge; if parts of the body were erased, restore them in step 2.",
  "stray-pieces":
    "In step 2, erase those pieces with the brush, or choose a photo with a plain background.",
  "holes-in-person":
    "In step 2, choose the brush “Restore” and paint over the missing parts of the person.",
  "jagged-edge": "In step 2, use the background tool, or tidy the outline with a smaller brush.",
  "straight-cut":
    "In step 2, erase what is left of the background with the brush, or choose a photo with a plain background. If hair or shoulders are cut off, zoom out or move in step 1, or choose a wider photo.",
  "round-cut":
    "In step 2, choose the brush “Restore” and paint over what is missing of the head. If it is cut off in the picture itself, choose another photo.",
  "head-not-solid":
    "In step 2, choose the brush “Restore” and paint over the see-through part of the face.",
  "veil-left": "In step 2, erase what is left with the brush, or use the background tool.",
  halo: "In step 2, erase that line with a smaller brush, or use the background tool.",
  "leftover-attached":
    "In step 2, erase that piece with the brush, or choose a photo with a plain background.",
  enlarged: "In step 1, zoom out, or choose a larger original.",
  posterised: "Choose the original with all its colours, without a filter.",
  inverted: "Choose the original photo.",
  "several-faces":
    "In step 1, move or zoom in until only you are visible, or erase the others with the brush in step 2.",
  "upside-down": "In step 1, turn by 90° until the photo is upright.",
  "face-too-small": "In step 1, zoom in until the head fills the oval.",
  "face-too-large":
    "In step 1, zoom out until the head fits inside the oval, or choose a photo taken from further away.",
  "face-too-high": "In step 1, move the person down until the eyes are on the dashed line.",
  "face-too-low": "In step 1, move the person up until the eyes are on the dashed line.",
  "face-off-middle": "In step 1, move the photo until the face is in the middle of the oval.",
  "head-tilted": "In step 1, turn a little until the head is upright.",
};
