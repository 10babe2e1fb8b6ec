import type { Measure } from "./fit-text.ts";
import type { MicrotextMark } from "./mark.ts";
import type { Box } from "./place-text.ts";

/** Where a microtext is cut off. */
export function microtextStrip({ size, x, baseline, width }: MicrotextMark): Box {
  return { x, y: baseline - Math.ceil(size), width, height: Math.ceil(size * 1.4) };
}

/** How often a microtext is repeated to fill its width. */
export function microtextTimes(
  { text, weight, size, width }: MicrotextMark,
  measure: Measure,
): number {
  return Math.ceil(width / (measure(text, weight) * size));
}
