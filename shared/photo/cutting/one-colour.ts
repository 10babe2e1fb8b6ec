/**
 * Before a wall that is not plain: a net sees small and blurred, and takes part of a block, a book or a leaf along with the person.
 * What is of one colour, up to an edge, belongs to one of both: it is the wall's where the net takes most of it for the wall.
 */
import type { Pixels } from "../pixels.ts";

/** Distance of two colours, of 441, up to which they are one: three times the noise of a camera, of which the mean of nine is left. */
const alike = 16;
/** Smaller pieces, in pixels, are mixed colours of an edge, and say nothing. */
const least = 30;
/** So many pixels that the net takes for the person are taken away with a piece at most: more are cloth that runs into the wall. */
const most = 1500;

/** What the net guesses above this is the person's: a seam of the cloth may run out into a wall of its colour. */
const sure = 0.9;

/** The guess, lowered where only part of a piece of the wall was taken along. @param guess how likely each pixel is the person, 0 to 1 */
export function withoutWallPieces(picture: Pixels, guess: Float32Array): Float32Array {
  const lowered = guess.slice();
  eachPiece(picture, (piece) => {
    if (piece.length < least) return;
    const mean = piece.reduce((sum, i) => sum + (guess[i] ?? 0), 0) / piece.length;
    if (mean >= 0.5) return;
    const doubted = piece.filter((i) => (guess[i] ?? 0) < sure);
    if (piece.filter((i) => (guess[i] ?? 0) > 0.5).length >= most) return;
    for (const i of doubted) lowered[i] = Math.min(guess[i] ?? 0, mean / 2);
  });
  return lowered;
}

/** Tells of each connected piece (by sides) whose colours are like that of its first pixel. Its pixels are valid during the call only. */
function eachPiece(picture: Pixels, tell: (pixels: Int32Array) => void): void {
  const { width, height } = picture;
  const colours = evened(picture);
  const isTaken = new Uint8Array(width * height);
  const stack = new Int32Array(isTaken.length);
  for (let first = 0; first < isTaken.length; first++) {
    if (isTaken[first]) continue;
    let end = 0;
    const put = (i: number) => {
      if (isTaken[i] !== 0 || squareApart(colours, first, i) > alike ** 2) return;
      isTaken[i] = 1;
      stack[end++] = i;
    };
    put(first);
    for (let next = 0; next < end; next++) {
      const i = stack[next] ?? 0;
      const x = i % width;
      if (x > 0) put(i - 1);
      if (x < width - 1) put(i + 1);
      put(i - width);
      put(i + width);
    }
    tell(stack.subarray(0, end));
  }
}

function squareApart(colours: Float32Array, one: number, other: number): number {
  const [a, b] = [3 * one, 3 * other];
  const red = (colours[a] ?? 0) - (colours[b] ?? 0);
  const green = (colours[a + 1] ?? 0) - (colours[b + 1] ?? 0);
  const blue = (colours[a + 2] ?? 0) - (colours[b + 2] ?? 0);
  return red * red + green * green + blue * blue;
}

/** Red, green and blue of each pixel, each the mean of the nine around it, so that noise ends no piece; at the edge as they are. */
function evened({ data, width, height }: Pixels): Float32Array {
  const colours = new Float32Array(3 * width * height);
  for (let i = 0; i < width * height; i++) {
    const isInner =
      i >= width && i < width * (height - 1) && i % width > 0 && i % width < width - 1;
    for (let at = 4 * i, c = 0; c < 3; c++, at++)
      colours[3 * i + c] = isInner ? meanOfNine(data, at, 4 * width) : (data[at] ?? 0);
  }
  return colours;
}

function meanOfNine(data: Uint8Array, at: number, row: number): number {
  let sum = 0;
  for (let middle = at - row; middle <= at + row; middle += row)
    sum += (data[middle - 4] ?? 0) + (data[middle] ?? 0) + (data[middle + 4] ?? 0);
  return sum / 9;
}
