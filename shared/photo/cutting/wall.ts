/**
 * The wall behind a person, where it is plain: its colour changes slowly, by light alone. A net that was shown few caps and uniforms
 * doubts them; where it doubts, a colour that is not the wall's is the person's.
 */
import { distancesFrom } from "../distances.ts";
import { enclosedIn, pieces } from "../pieces.ts";
import type { Pixels } from "../pixels.ts";
import { above, inverted } from "./trimap.ts";
import { looksLike, squaresFrom, wallOf } from "./wall-colour.ts";

/** A piece that is not the wall is the person's when the net guesses so much of it on average; of a shadow it guesses nothing. */
const doubt = 0.08;
/** So near to the wall colours are mixed, in pixels: they say nothing. */
const mixed = 2.5;
/** What is no broader below the chin is a seam, a collar's shadow or a fold, though it has the wall's colour; in pixels to either side. */
const thin = 5;

/**
 * The guess, made certain where it doubts: of the plain wall's colour it is the wall, of another one the person.
 * @param face a pixel that is the person's, whatever the net guesses
 * @param chin the row below which there is no hair to look for
 * @returns undefined where no wall is plain
 */
export function surerByWall(
  picture: Pixels,
  guess: Float32Array,
  { face, chin }: { readonly face: number; readonly chin: number },
): Float32Array | undefined {
  const wall = wallOf(picture, guess);
  if (!wall) return undefined;
  const { width, height } = picture;
  const squares = squaresFrom(wall, picture);
  const walls = looksLike(squares, 6);
  closeSeams(walls.subarray(Math.round(chin) * width), width);
  const fromWall = distancesFrom(walls, width, height);
  const doubted = new Uint8Array(guess.length);
  for (let i = 0; i < guess.length; i++)
    if ((guess[i] ?? 0) < 0.95 && (fromWall[i] ?? 0) > mixed) doubted[i] = 1;
  const surer = withoutWall(guess, walls);
  takeWallFrom(surer, looksLike(squares, 2.5), width);
  const crown = crownAbove(face, { guess: surer, doubted, width });
  // The white of an eye may have the wall's colour.
  const nose = face + width * Math.round((chin - face / width) / 3);
  // A net that does not see a uniform guesses nothing of it, as of a shadow; but no shadow lies straight below a face.
  const chest = (face % width) + width * Math.round(0.95 * height);
  const own = [face, nose, crown, chest];
  for (const piece of pieces(doubted, width))
    if (meanOf(piece, guess) > doubt || own.some((pixel) => piece.includes(pixel)))
      for (const i of piece) surer[i] = 1;
  fillHoles(surer, width, height);
  return surer;
}

function meanOf(piece: Int32Array, guess: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < piece.length; k++) sum += guess[piece[k] ?? 0] ?? 0;
  return sum / piece.length;
}

/** Takes what is thin out of the wall's colour. */
function closeSeams(walls: Uint8Array, width: number): void {
  const height = walls.length / width;
  const core = above(distancesFrom(inverted(walls), width, height), thin);
  const fromCore = distancesFrom(core, width, height);
  for (let i = 0; i < walls.length; i++) if ((fromCore[i] ?? 0) > thin + 1) walls[i] = 0;
}

/** What the net rather takes for the wall, and has its colour, is the wall: else some of it stays between loose hairs. */
function withoutWall(guess: Float32Array, walls: Uint8Array): Float32Array {
  const surer = guess.slice();
  for (let i = 0; i < surer.length; i++) if (walls[i] && (guess[i] ?? 0) < 0.5) surer[i] = 0;
  return surer;
}

/**
 * A net that knows no cap may be sure of a head above it. A small part of what it takes for the person, and has just the wall's colour and no shade of
 * its own, is the wall; a large one is a white hijab before a white wall.
 */
function takeWallFrom(guess: Float32Array, walls: Uint8Array, width: number): void {
  const taken = above(guess, 0.5);
  const person = taken.reduce((sum, one) => sum + one, 0);
  for (let i = 0; i < taken.length; i++) taken[i] = Number(taken[i] && walls[i]);
  for (const piece of pieces(taken, width))
    if (piece.length > 200 && piece.length < person / 8) for (const i of piece) guess[i] = 0;
}

/** What the person encloses is the person: eyes and badges may have the wall's colour. */
function fillHoles(guess: Float32Array, width: number, height: number): void {
  const holes = enclosedIn(inverted(above(guess, 0.5)), width, height);
  for (let i = holes.indexOf(1); i >= 0; i = holes.indexOf(1, i + 1)) guess[i] = 1;
}

interface Seen {
  readonly guess: Float32Array;
  readonly doubted: Uint8Array;
  readonly width: number;
}

/** The first doubted pixel straight above the face: a cap that the net does not know stands there, a shadow beside. -1: there is none. */
function crownAbove(face: number, { guess, doubted, width }: Seen): number {
  let wallRows = 0;
  for (let i = face; i >= 0; i -= width) {
    if (doubted[i]) return i;
    wallRows = (guess[i] ?? 0) < 0.5 ? wallRows + 1 : 0;
    if (wallRows > 2 * mixed) return -1;
  }
  return -1;
}
