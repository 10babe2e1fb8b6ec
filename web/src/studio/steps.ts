/** The studio's steps, and in which of them what was found is mended. Pure. */
import type { RuleOutcome, ViolationCode } from "#shared/photo/photo-report.ts";

export const steps = ["frame", "background", "check"] as const;
export type Step = (typeof steps)[number];

/** @returns undefined when no step is called so */
export function stepNamed(name: string | undefined): Step | undefined {
  return steps.find((step) => step === name);
}

/** What no step mends needs another photo. */
const mendedIn: Readonly<Partial<Record<ViolationCode, Step>>> = {
  // Of a file: whatever the studio opens it writes anew.
  "wrong-dimensions": "frame",
  "too-large": "frame",
  rotated: "frame",
  animated: "frame",
  "unsupported-colours": "frame",
  "too-many-chunks": "frame",
  "not-transparent": "background",
  "corners-not-clear": "background",
  "top-not-clear": "background",
  "sides-not-clear": "background",
  "too-little-background": "frame",
  "too-little-person": "frame",
  "not-down-to-the-edge": "frame",
  "stray-pieces": "background",
  "holes-in-person": "background",
  "jagged-edge": "background",
  "straight-cut": "background",
  "round-cut": "background",
  "head-not-solid": "background",
  "veil-left": "background",
  halo: "background",
  "leftover-attached": "background",
  enlarged: "frame",
  "several-faces": "frame",
  "upside-down": "frame",
  "face-too-small": "frame",
  "face-too-large": "frame",
  "face-too-high": "frame",
  "face-too-low": "frame",
  "face-off-middle": "frame",
  "head-tilted": "frame",
};

export function stepFor(code: ViolationCode | undefined): Step | undefined {
  return code && mendedIn[code];
}

/** @returns where to begin; undefined when nothing of what failed is mended in the studio */
export function firstStepFor(rules: readonly RuleOutcome[]): Step | undefined {
  const found = rules
    .filter(({ verdict }) => verdict === "failed")
    .map(({ code }) => stepFor(code));
  return steps.find((step) => found.includes(step));
}

/** Whether the studio mends all that failed; else only another photo helps. */
export function isMendedByStudio(rules: readonly RuleOutcome[]): boolean {
  return rules.every(({ verdict, code }) => verdict !== "failed" || stepFor(code) !== undefined);
}
