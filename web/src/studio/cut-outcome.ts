/** Whether a person is left on a photo, so that nobody is told that it is done when it is not. Pure. */
import type { RuleOutcome } from "#shared/photo/photo-report.ts";

/** "hardly-anybody": of one who must have been there next to nothing is left, or much too small. */
export type CutOutcome = "person" | "hardly-anybody" | "nobody";

interface Cut {
  /** How much of each pixel of the photo is there, 0 to 1. */
  readonly alpha: Float32Array;
  /** How likely each pixel is a person, 0 to 1, where something could say it. */
  readonly guess: Float32Array | undefined;
  /** What the judge says of the photo; of its face only with the tool for faces. */
  readonly rules: readonly RuleOutcome[];
}

/** Parts of the photo: below these nobody is there, by what is left, and by what is taken for a person. */
const nobody = { left: 0.05, guessed: 0.01 } as const;

export function cutOutcome({ alpha, guess, rules }: Cut): CutOutcome {
  const face = rules.find(({ rule }) => rule === "face");
  if (share(alpha) < nobody.left || face?.code === "no-face") return "nobody";
  // A face says it more surely: whoever has one is there.
  const isSeen = face !== undefined && face.verdict !== "unread";
  if (!isSeen && guess && share(guess) < nobody.guessed) return "nobody";
  return rules.some(({ code }) => code === "too-little-person") ? "hardly-anybody" : "person";
}

function share(parts: Float32Array): number {
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}
