/** How near a cut-out is to the drawn person's exact alpha. */
import type { Pixels } from "#shared/photo/pixels.ts";
import { alphaOf } from "./alpha.ts";

export interface MatteFigures {
  /** What both outlines cover, as a share of what either covers, 0 to 1. */
  readonly iou: number;
  /** The sum of all differences, in thousands of pixels. */
  readonly sad: number;
}

export function matteFigures(person: Pixels, cut: Pixels): MatteFigures {
  const [truth, own] = [alphaOf(person), alphaOf(cut)];
  let [both, either, apart] = [0, 0, 0];
  truth.forEach((alpha, i) => {
    const other = own[i] ?? 0;
    both += Math.min(alpha, other);
    either += Math.max(alpha, other);
    apart += Math.abs(alpha - other);
  });
  return { iou: both / either, sad: apart / 255_000 };
}
