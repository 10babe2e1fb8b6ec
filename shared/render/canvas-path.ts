import type { SKRSContext2D } from "@napi-rs/canvas";
import { faded } from "./color.ts";
import type { Ink, RoundBox } from "./mark.ts";

/** Paints only what is within a box with round corners; without a box it paints all. */
export function within(pen: SKRSContext2D, box: RoundBox | undefined, paint: () => void): void {
  pen.save();
  if (box) {
    roundPath(pen, box);
    pen.clip();
  }
  paint();
  pen.restore();
}

export function roundPath(pen: SKRSContext2D, { x, y, width, height, radius }: RoundBox): void {
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
}

/** A colour in the form that a canvas takes. */
export function styleOf({ color, opacity = 1 }: Ink): string {
  return opacity === 1 ? color : faded(color, opacity);
}
