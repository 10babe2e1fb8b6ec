/**
 * Where faces are: BlazeFace (https://arxiv.org/abs/1907.05047), short range. It looks at 128x128 pixels, and guesses from each of
 * 896 places whether there is a face, where it ends and where its eyes are.
 */
import type { Point } from "./face.ts";
import { loadNetwork, type Network } from "./network.ts";
import { drawSquare, type Picture, placeIn, type Square, turnDrawn } from "./picture.ts";
import { WrongModel } from "./wrong-model.ts";

export interface Detection {
  /** How sure it is, 0 to 1. */
  readonly score: number;
  readonly middle: Point;
  /** Of the square from brow to chin, in pixels. */
  readonly side: number;
  /** The person's own. */
  readonly rightEye: Point;
  readonly leftEye: Point;
}

/** A guess in parts of the square that the network sees. */
interface Guess {
  readonly score: number;
  /** x and y of the middle, width, height, then x and y of right and left eye. */
  readonly numbers: readonly number[];
}

/**
 * Faces that are upright once the square is turned clockwise by so many quarters, 0 to 3.
 * @returns the largest first
 */
export type Look = (quarters: number) => readonly Detection[];

const side = 128;
/** Numbers of each guess: the box, and six points, of which only the eyes are used. */
const numbersOfGuess = 16;
const surely = 0.5;
/** Guesses that share this much of what both cover are guesses of the same face. */
const sameFace = 0.3;

export class FaceDetector {
  readonly #network: Network;

  private constructor(network: Network) {
    this.#network = network;
  }

  /** @throws WrongModel when the file is another model */
  static async load(file: Uint8Array): Promise<FaceDetector> {
    const network = await loadNetwork(file);
    if (network.inputShape.join() !== `1,${side},${side},3`)
      throw new WrongModel("Not the detector.");
    return new FaceDetector(network);
  }

  /** A square of a picture, which is drawn for the network once, in however many ways it is looked at. */
  lookAt(picture: Picture, square: Square): Look {
    const drawn = new Float32Array(side * side * 3);
    drawSquare(picture, square, { input: drawn, side }, { scale: 1 / 127.5, shift: -1 });
    return (quarters) => {
      this.#network.input.set(quarters === 0 ? drawn : turnDrawn(drawn, side, quarters));
      return this.#detect({ ...square, turn: square.turn + (quarters * Math.PI) / 2 });
    };
  }

  /** What the network finds in the square that it was given. */
  #detect(square: Square): readonly Detection[] {
    const [boxes, scores] = this.#network.run();
    if (boxes?.length !== places.length * numbersOfGuess || scores?.length !== places.length)
      throw new WrongModel("Not the detector.");
    return merged(guesses(boxes, scores))
      .map((guess) => detectionOf(guess, square))
      .sort((one, other) => other.side - one.side);
  }
}

/** Two guesses from each of 16x16 places, six from each of 8x8. */
const places: readonly Point[] = [
  { count: 16, guesses: 2 },
  { count: 8, guesses: 6 },
].flatMap(({ count, guesses }) =>
  Array.from({ length: count * count * guesses }, (_, i) => {
    const place = Math.floor(i / guesses);
    return { x: ((place % count) + 0.5) / count, y: (Math.floor(place / count) + 0.5) / count };
  }),
);

function guesses(boxes: Float32Array, scores: Float32Array): Guess[] {
  return places.flatMap(({ x, y }, i) => {
    const score = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
    if (score < surely) return [];
    const raw = [...boxes.subarray(i * numbersOfGuess, i * numbersOfGuess + 8)];
    // Widths and heights are lengths, all others are counted from the place.
    const numbers = raw.map((number, k) => {
      const from = k === 2 || k === 3 ? 0 : k % 2 === 0 ? x : y;
      return number / side + from;
    });
    return [{ score, numbers }];
  });
}

/** One guess for each face: the mean of all guesses of it, by how sure they are. */
function merged(all: readonly Guess[]): Guess[] {
  const left = [...all].sort((one, other) => other.score - one.score);
  const faces: Guess[] = [];
  for (let best = left[0]; best; best = left[0]) {
    const top = best;
    const group = left.filter((guess) => guess === top || overlap(top, guess) > sameFace);
    const weight = group.reduce((sum, { score }) => sum + score, 0);
    const mean = (k: number) =>
      group.reduce((sum, { score, numbers }) => sum + (numbers[k] ?? 0) * score, 0) / weight;
    faces.push({ score: top.score, numbers: top.numbers.map((_, k) => mean(k)) });
    for (const guess of group) left.splice(left.indexOf(guess), 1);
  }
  return faces;
}

/** What two boxes have in common, as a share of what they cover together. */
function overlap({ numbers: one }: Guess, { numbers: other }: Guess): number {
  const common = (middle: number, length: number) => {
    const [a = 0, b = 0, c = 0, d = 0] = [one[middle], one[length], other[middle], other[length]];
    return Math.max(Math.min(a + b / 2, c + d / 2) - Math.max(a - b / 2, c - d / 2), 0);
  };
  const shared = common(0, 2) * common(1, 3);
  const area = ([, , width = 0, height = 0]: readonly number[]) => width * height;
  return shared / (area(one) + area(other) - shared);
}

function detectionOf({ score, numbers }: Guess, square: Square): Detection {
  const [x = 0, y = 0, width = 0, height = 0, rightX = 0, rightY = 0, leftX = 0, leftY = 0] =
    numbers;
  return {
    score,
    middle: placeIn(square, x, y),
    side: Math.max(width, height) * square.side,
    rightEye: placeIn(square, rightX, rightY),
    leftEye: placeIn(square, leftX, leftY),
  };
}
