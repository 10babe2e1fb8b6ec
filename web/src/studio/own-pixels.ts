/** How many of a picture's pixels are its own: one that was enlarged by repeating them has fewer than it seems. Pure. */
import type { Pixels } from "#shared/photo/pixels.ts";

/** A step from one column to the next below this part of the usual one is none: as the judge sees it on a face (detail.ts). */
const none = 0.12;
/** Less than this repeats by itself, as a wall does that was drawn. */
const least = 0.3;

/** So many pixels of a line are looked at: a picture has some 2,000 lines. They lie in stripes, which cost less to read than all of it. */
export const stripes = { count: 8, thickness: 24 } as const;
const looks = stripes.count * stripes.thickness;

/**
 * @param lying stripes of the picture as wide as it is, one below the other
 * @param standing stripes as high as it is, side by side
 * @returns the share of columns or rows, whichever is more, that are no repetition; 1 where hardly any is
 */
export function ownShare(lying: Pixels, standing: Pixels): number {
  const [columns, rows] = [
    { count: lying.width, length: lying.height, step: 1, along: lying.width },
    { count: standing.height, length: standing.width, step: standing.width, along: 1 },
  ];
  const repeated = Math.min(repeatedShare(lying, columns), repeatedShare(standing, rows));
  return repeated < least ? 1 : 1 - repeated;
}

interface Lines {
  readonly count: number;
  readonly length: number;
  /** Pixels from one line to the next. */
  readonly step: number;
  /** Pixels from one of a line to the next of it. */
  readonly along: number;
}

function repeatedShare({ data }: Pixels, { count, length, step, along }: Lines): number {
  const every = Math.max(1, Math.floor(length / looks));
  // Green alone: most of the light, and a third of the work.
  const greenAt = (i: number) => data[4 * i + 1] ?? 0;
  const steps = Array.from({ length: count - 1 }, (_, line) => {
    let sum = 0;
    for (let k = 0; k < length; k += every) {
      const i = line * step + k * along;
      sum += Math.min(Math.abs(greenAt(i + step) - greenAt(i)), 40);
    }
    return sum;
  });
  const usual = steps.reduce((sum, each) => sum + each, 0) / steps.length;
  return steps.filter((each) => each < none * usual).length / steps.length;
}
