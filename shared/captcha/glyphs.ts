/**
 * The captcha's symbols as strokes in a box 10 wide and 14 high, y downwards. No font and no text element: the image
 * holds nothing to copy. Left out is what people confuse when symbols lean and lines cross them: 0 O Q D, 1 I L, 2 Z,
 * 4 (A), 5 S, 6 G, 8 B, F (E), N (H), P (R), T (7), U V, Y (X).
 * Each stroke is a list of points, joined by a smooth line when `curved`.
 */
export interface Stroke {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly curved?: boolean;
}

const line = (...points: [number, number][]): Stroke => ({ points });
const curve = (...points: [number, number][]): Stroke => ({ points, curved: true });

export const glyphs: Readonly<Record<string, readonly Stroke[]>> = {
  "3": [
    curve([1, 2], [5, 0], [8.5, 3], [4, 6.5]),
    curve([4, 6.5], [9, 8], [8, 13], [4, 14], [0.5, 12]),
  ],
  "7": [line([0, 0], [9.5, 0], [3.5, 14])],
  "9": [curve([9, 4.5], [5, 8.5], [1, 4.5], [5, 0], [9, 4.5], [8, 10], [4, 14])],
  A: [line([0, 14], [5, 0], [10, 14]), line([2, 9], [8, 9])],
  C: [curve([9.5, 2.5], [5.5, 0], [1, 3.5], [1, 10.5], [5.5, 14], [9.5, 11.5])],
  E: [line([9, 0], [1, 0], [1, 14], [9, 14]), line([1, 7], [7.5, 7])],
  H: [line([1, 0], [1, 14]), line([9, 0], [9, 14]), line([1, 7], [9, 7])],
  J: [curve([8, 0], [8, 10], [4.5, 14], [1, 10.5]), line([5, 0], [10, 0])],
  K: [line([1, 0], [1, 14]), line([9, 0], [1, 8]), line([4, 5.5], [9.5, 14])],
  M: [line([0.5, 14], [0.5, 0], [5, 9], [9.5, 0], [9.5, 14])],
  R: [
    line([1, 14], [1, 0]),
    curve([1, 0], [8, 0.5], [9, 4], [7.5, 7], [1, 7.5]),
    line([5, 7.5], [9.5, 14]),
  ],
  W: [line([0, 0], [2.5, 14], [5, 4], [7.5, 14], [10, 0])],
  X: [line([0.5, 0], [9.5, 14]), line([9.5, 0], [0.5, 14])],
};

export const symbols: readonly string[] = Object.keys(glyphs);
