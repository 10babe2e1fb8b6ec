/** All that is done to a picture, as data: the photo is a pure function of the picture and these. */
import { type Frame, wholeFrame } from "./frame.ts";
import type { Stroke } from "./strokes.ts";

export interface Edits {
  readonly frame: Frame;
  /** Whether the background is removed. */
  readonly isCut: boolean;
  readonly strokes: readonly Stroke[];
}

export const noEdits: Edits = { frame: wholeFrame, isCut: false, strokes: [] };
