/** The frame that a face asks for: its eyes where the guides are, upright. Pure. */
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import type { Face } from "#shared/vision/face.ts";
import { type Frame, guides, moved, type Size, turned, widthInPhoto, zoomed } from "./frame.ts";

/** Between the middles of the eyes, in parts of the photo's width (design of the photo, «frame»). */
const eyesApart = 0.165;
const quarters = [0, 90, 180, 270] as const;

/** @param picture where the face was found */
export function frameOfFace(
  { eyes: { left, right }, eyeDistance, pose }: Pick<Face, "eyes" | "eyeDistance" | "pose">,
  picture: Size,
): Frame {
  const turns = Math.round(-pose.roll / 90);
  const middle: Frame = {
    x: (left.x + right.x) / 2 / picture.width,
    y: (left.y + right.y) / 2 / picture.height,
    zoom: 1,
    turn: 0,
    quarter: quarters[(turns + 4) % 4] ?? 0,
  };
  const upright = turned(middle, -pose.roll - 90 * turns);
  const scale = widthInPhoto(upright, picture) / picture.width;
  const large = zoomed(upright, picture, (eyesApart * photoWidth) / (eyeDistance * scale));
  return moved(large, picture, 0, (guides.eyes - 0.5) * photoHeight);
}
