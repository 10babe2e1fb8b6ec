/** What no other card has: lines that are made from the card's hash. */
import type { FineLines } from "#shared/render/fine-lines.ts";
import { grow, ribbon, rosette } from "#shared/render/guilloche.ts";
import type { LinesMark } from "#shared/render/mark.ts";
import { type FaceShape, fronts, panelRadius } from "./geometry.ts";
import type { Template } from "./template.ts";

/** Two braids across the ground, with waves that only this card has. */
export function braidMarks(
  { width, height }: FaceShape,
  { palette }: Template,
  seed: string,
): LinesMark[] {
  const next = grow(seed);
  return [0.36, 0.74].map((place) => {
    const lines = ribbon({
      width,
      y: height * (place + 0.06 * next()),
      height: 40 + 26 * next(),
      lines: 12,
      waves: [1 + Math.floor(3 * next()), 2 + Math.floor(3 * next())],
      phase: 2 * Math.PI * next(),
    });
    return {
      kind: "lines",
      lines: { lines, color: palette.line, opacity: 0.1, thickness: 0.8 },
    };
  });
}

/** A side of the square that holds the seal, in pixels. */
export const sealSide = 108;

/**
 * A small rosette, which only this card has, in a square over the photo's corner: who exchanges the photo breaks it. In the
 * upper corner it covers neither the face nor the name tag of the uniform.
 */
export function sealOf({ gold }: Pick<Template, "gold">, seed: string): FineLines {
  const next = grow(seed.slice(8).padEnd(8, "0"));
  const seal = {
    x: sealSide / 2,
    y: sealSide / 2,
    radius: 52,
    petals: 7 + Math.floor(6 * next()),
    phase: 2 * Math.PI * next(),
  };
  const lines = [
    ...rosette({ ...seal, middle: 0.72, swing: 0.26, loops: 9 }),
    ...rosette({ ...seal, middle: 0.34, swing: 0.14, loops: 6 }),
  ];
  return { lines, color: gold, opacity: 0.7, thickness: 0.9 };
}

/** The seal in its place: cut off at the photo's edge. */
export function sealMark({ orientation }: FaceShape, lines: FineLines): LinesMark {
  const { photo } = fronts[orientation];
  const inside = 32 + sealSide / 2;
  const square = {
    x: photo.x + photo.width - inside,
    y: photo.y + inside - sealSide,
    side: sealSide,
  };
  return { kind: "lines", lines, square, within: { ...photo, radius: panelRadius } };
}
