/** What explains the rest of what is wrong with a photo is told alone: what follows from it is told once it is mended. Pure. */
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import type { CutOutcome } from "./cut-outcome.ts";
import { type Frame, inPicture, type Size } from "./frame.ts";

interface Cut {
  readonly outcome: CutOutcome;
  /** How much of the picture is clear, 0 to 1. */
  readonly clear: number;
}

/** Below this the background is still there, as the judge sees it where the picture fills the frame. */
const leastClear = 0.005;

/** @returns of what nobody is left on, nothing that failed: that is said before all rules (check-step.tsx) */
export function causeFirst(
  rules: readonly RuleOutcome[],
  { outcome, clear }: Cut,
): readonly RuleOutcome[] {
  if (outcome === "nobody") return rules.filter(({ verdict }) => verdict !== "failed");
  const [cutOut, others] = [rules.filter(isOfCutOut), rules.filter((rule) => !isOfCutOut(rule))];
  const told = cutOut.filter(({ code }) => code === "too-little-person");
  if (outcome === "hardly-anybody") return [...told, ...others];
  const isThere = clear < leastClear && cutOut.some(({ verdict }) => verdict === "failed");
  return isThere ? [notCut, ...others] : rules;
}

const isOfCutOut = ({ rule }: RuleOutcome) => rule === "transparency";
/** Without a figure: what is clear beside the picture would be in it. */
const notCut: RuleOutcome = { rule: "transparency", verdict: "failed", code: "not-transparent" };

/** Looked at every so many pixels of the photo. */
const apart = 5;

/** How much of a picture, as far as the frame shows it, is clear: 0 to 1. @param alpha of each pixel of the photo, 0 to 1 */
export function clearOf(picture: Size, frame: Frame, alpha: Float32Array): number {
  let [seen, clear] = [0, 0];
  for (let y = 0; y < photoHeight; y += apart)
    for (let x = 0; x < photoWidth; x += apart) {
      const place = inPicture(frame, picture, [x + 0.5, y + 0.5]);
      if (place.some((share) => share < 0.01 || share > 0.99)) continue;
      seen++;
      if ((alpha[y * photoWidth + x] ?? 0) < 0.5) clear++;
    }
  return clear / Math.max(seen, 1);
}
