/** The studio's steps, and in which of them what was found is mended. Pure. */
import type { ViolationCode } from "#shared/photo/photo-report.ts";

export const steps = ["frame", "background", "check"] as const;
export type Step = (typeof steps)[number];

/** @returns undefined when no step is called so */
export function stepNamed(name: string | undefined): Step | undefined {
  return steps.find((step) => step === name);
}

/** What no step mends needs another photo. */
const mendedIn: Readonly<Partial<Record<ViolationCode, Step>>> = {
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
  "straight-cut": "frame",
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
