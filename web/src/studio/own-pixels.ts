/** How many of a picture's pixels are its own: one that was enlarged by repeating them has fewer than it seems. Pure. */
import type { Pixels } from "#shared/photo/pixels.ts";

/** A step from one column to the next below this part of the usual one is none: as the judge sees it on a face (detail.ts). */
const none = 0.12;
/** Less than this repeats by itself, as a wall does that was drawn. */
const least = 0.3;

/** @returns the share of columns or rows, whichever is more, that are no repetition; 1 where hardly any is */
export function ownShare(picture: Pixels): number {
  const { width, height } = picture;
  const repeated = Math.min(
    repeatedShare(picture, { count: width, length: height, step: 1, along: width }),
    repeatedShare(picture, { count: height, length: width, step: width, along: 1 }),
  );
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

/** So many pixels of a line are looked at: a picture has some 2,000 lines. */
const looks = 200;

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
