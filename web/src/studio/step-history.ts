/**
 * Each step of the studio that somebody goes to is an entry of the browser's history, at the same address: «back» leads to the step
 * before, and not out of the page.
 */
import { type Step, stepNamed } from "./steps.ts";

/** @returns undefined where the entry is no step of the studio */
export function stepInHistory(): Step | undefined {
  const { studio }: { studio?: string } = history.state ?? {};
  return stepNamed(studio);
}

export function enterStep(step: Step): void {
  history.pushState({ studio: step }, "");
}

/** The entry that is there becomes this step's. */
export function nameStep(step: Step): void {
  history.replaceState({ studio: step }, "");
}

/** What comes of a photo is an entry of its own after the step that sent it. */
export function leaveSteps(): void {
  if (stepInHistory()) history.pushState(null, "");
}
