/**
 * The wall behind a person, where it is plain: its colour changes slowly, by light alone. A net that was shown few caps and uniforms
 * doubts them; where it doubts, a colour that is not the wall's is the person's.
 */
import { distancesFrom } from "../distances.ts";
import { pieces, reachedFromEdge } from "../pieces.ts";
import type { Pixels } from "../pixels.ts";

/** A wall whose colours scatter more than this, of 255, is not plain. */
const plain = 12;
/** Beyond so many times its scatter a colour is not the wall's. */
const apart = 6;
/** A piece that is not the wall is the person's when the net guesses so much of it on average; of a shadow it guesses nothing. */
const doubt = 0.08;
/** So near to the wall colours are mixed, in pixels: they say nothing. */
const mixed = 2.5;
/** What is no broader below the chin is a seam, a collar's shadow or a fold, though it has the wall's colour; in pixels to either side. */
const thin = 5;
/** Fewer sure places, one of `every`, are too few. */
const every = 37;
const fewest = 400;

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
  const walls = looksLike(wall, picture);
  closeSeams(walls.subarray(Math.round(chin) * width), width);
  const fromWall = distancesFrom(walls, width, height);
  const doubted = new Uint8Array(guess.length);
  for (let i = 0; i < guess.length; i++)
    if ((guess[i] ?? 0) < 0.95 && (fromWall[i] ?? 0) > mixed) doubted[i] = 1;
  const surer = withoutWall(guess, walls);
  const crown = crownAbove(face, { guess: surer, doubted, width });
  // The white of an eye may have the wall's colour.
  const nose = face + width * Math.round((chin - face / width) / 3);
  for (const piece of pieces(doubted, width)) {
    const mean = piece.reduce((sum, i) => sum + (guess[i] ?? 0), 0) / piece.length;
    if (mean > doubt || [face, nose, crown].some((own) => piece.includes(own)))
      for (const i of piece) surer[i] = 1;
  }
  return withoutHoles(surer, width, height);
}

/** Takes what is thin out of the wall's colour. */
function closeSeams(walls: Uint8Array, width: number): void {
  const height = walls.length / width;
  const others = walls.map((is) => 1 - is);
  const core = Uint8Array.from(distancesFrom(others, width, height), (far) => Number(far > thin));
  const fromCore = distancesFrom(core, width, height);
  fromCore.forEach((far, i) => {
    if (far > thin + 1) walls[i] = 0;
  });
}

/** What the net rather takes for the wall, and has its colour, is the wall: else some of it stays between loose hairs. */
function withoutWall(guess: Float32Array, walls: Uint8Array): Float32Array {
  const surer = guess.slice();
  for (let i = 0; i < surer.length; i++) if (walls[i] && (guess[i] ?? 0) < 0.5) surer[i] = 0;
  return surer;
}

/** What the person encloses is the person: eyes and badges may have the wall's colour. */
function withoutHoles(guess: Float32Array, width: number, height: number): Float32Array {
  const unlikely = new Uint8Array(guess.length);
  for (let i = 0; i < guess.length; i++) if ((guess[i] ?? 0) < 0.5) unlikely[i] = 1;
  const open = reachedFromEdge(unlikely, width, height);
  const whole = guess.slice();
  for (let i = 0; i < whole.length; i++) if (unlikely[i] && !open[i]) whole[i] = 1;
  return whole;
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

interface Wall {
  /** Of each channel: its colour at the middle, and how it changes across, down, and both. */
  readonly slopes: readonly Slope[];
  /** Of each channel, how far its colours scatter, of 255. */
  readonly scatter: readonly number[];
}

/** Least squares on 1, x, y, x², xy, y². */
type Slope = readonly number[];

function wallOf(picture: Pixels, guess: Float32Array): Wall | undefined {
  const sure: number[] = [];
  for (let i = 0; i < guess.length; i += every) if ((guess[i] ?? 1) < 0.01) sure.push(i);
  const beside = sure.filter((i) => isBeside(picture, i));
  if (beside.length < fewest) return undefined;
  const slopes = [0, 1, 2].map((channel) => {
    const first = slopeOf(picture, beside, channel);
    // A person whom the net does not see, or what stands before the wall, is left out of the second fit.
    const error = (i: number) =>
      Math.abs(colourAt(picture, i, channel) - valueAt(first, picture, i));
    const limit = 3 * median(beside.map(error)) + 4;
    return slopeOf(
      picture,
      sure.filter((i) => error(i) <= limit),
      channel,
    );
  });
  const scatter = slopes.map(
    (slope, channel) =>
      1.5 *
        median(
          beside.map((i) => Math.abs(colourAt(picture, i, channel) - valueAt(slope, picture, i))),
        ) +
      1,
  );
  return scatter.every((value) => value <= plain) ? { slopes, scatter } : undefined;
}

/** Whether a place is one where nobody's head or shoulders are: the top and the upper sides. */
function isBeside({ width, height }: Pixels, i: number): boolean {
  const [x, y] = [(i % width) / width, Math.floor(i / width) / height];
  return y < 0.06 || (y < 0.55 && Math.abs(x - 0.5) > 0.33);
}

/** 1 where the colour is the wall's. */
function looksLike({ slopes, scatter }: Wall, picture: Pixels): Uint8Array {
  const squares = new Float32Array(picture.width * picture.height);
  slopes.forEach((slope, channel) => {
    const [middle = 0, across = 0, down = 0, bend = 0, twist = 0, fall = 0] = slope;
    const unit = 1 / (scatter[channel] ?? 1);
    for (let i = 0, row = 0; row < picture.height; row++) {
      const y = (2 * row) / picture.height - 1;
      for (let column = 0; column < picture.width; column++, i++) {
        const x = (2 * column) / picture.width - 1;
        const wall = middle + x * (across + bend * x + twist * y) + y * (down + fall * y);
        squares[i] = (squares[i] ?? 0) + ((colourAt(picture, i, channel) - wall) * unit) ** 2;
      }
    }
  });
  const limit = apart ** 2 * slopes.length;
  const walls = new Uint8Array(squares.length);
  for (let i = 0; i < walls.length; i++) if ((squares[i] ?? 0) <= limit) walls[i] = 1;
  return walls;
}

function colourAt({ data }: Pixels, i: number, channel: number): number {
  return data[4 * i + channel] ?? 0;
}

function valueAt(slope: Slope, picture: Pixels, i: number): number {
  return terms(picture, i).reduce((sum, term, k) => sum + term * (slope[k] ?? 0), 0);
}

/** Across and down from -1 to 1. */
function terms({ width, height }: Pixels, i: number): number[] {
  const [x, y] = [(2 * (i % width)) / width - 1, (2 * Math.floor(i / width)) / height - 1];
  return [1, x, y, x * x, x * y, y * y];
}

function slopeOf(picture: Pixels, places: readonly number[], channel: number): Slope {
  const size = 6;
  const rows = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
  for (const i of places) {
    const own = terms(picture, i);
    own.forEach((a, r) => {
      const row = rows[r];
      if (!row) return;
      own.forEach((b, c) => {
        row[c] = (row[c] ?? 0) + a * b;
      });
      row[size] = (row[size] ?? 0) + a * colourAt(picture, i, channel);
    });
  }
  return solved(rows);
}

/** Gauss and Jordan, on rows of n + 1; a column that says nothing gets nothing. */
function solved(rows: number[][]): number[] {
  rows.forEach((_, column) => {
    const below = rows
      .slice(column)
      .sort((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0));
    rows.splice(column, below.length, ...below);
    const pivot = rows[column];
    const scale = pivot?.[column] ?? 0;
    if (!pivot || Math.abs(scale) < 1e-9) return;
    rows.forEach((row, other) => {
      if (other === column) return;
      const share = (row[column] ?? 0) / scale;
      row.forEach((value, c) => {
        row[c] = value - share * (pivot[c] ?? 0);
      });
    });
  });
  return rows.map((row, i) => {
    const scale = row[i] ?? 0;
    return Math.abs(scale) < 1e-9 ? 0 : (row[rows.length] ?? 0) / scale;
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
