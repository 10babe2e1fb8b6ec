/**
 * An attacker who has our source: it knows the symbols' strokes, their places and how far they are turned, leant and sized. It
 * lays every symbol in many poses over every place and takes what fits best. It neither undoes the wave nor learns from
 * examples; who does either reads more than it.
 */
import sharp from "sharp";
import { height, width } from "#shared/captcha/draw-captcha.ts";
import { glyphs, type Stroke, symbols } from "#shared/captcha/glyphs.ts";

/** Half the resolution: a quarter of the work, and the blur that forgives a pixel. */
const scale = 0.5;
const [columns, rows] = [Math.round(width * scale), Math.round(height * scale)];
const margin = 10;
const boxWidth = 22;

interface Pose {
  readonly symbol: string;
  /** Ink by pixel of a box that is `boxWidth` wide and `rows` high, minus its mean, of length 1. */
  readonly mask: Float32Array;
}

export async function solveCaptcha(png: Buffer): Promise<string> {
  const ink = await inkOf(png);
  const readings = [5, 6].map((length) => readText(ink, length));
  return readings.reduce((best, reading) => (reading.fit > best.fit ? reading : best)).text;
}

function readText(ink: Float32Array, length: number): { text: string; fit: number } {
  const cell = (width - 2 * margin) / length;
  const places = Array.from({ length }, (_, i) => (margin + cell * (i + 0.5)) * scale);
  const best = places.map((centre) => bestSymbol(ink, centre, posesFor(length)));
  const fit = best.reduce((sum, each) => sum + each.fit, 0) / length;
  return { text: best.map(({ symbol }) => symbol).join(""), fit };
}

function bestSymbol(
  ink: Float32Array,
  centre: number,
  poses: readonly Pose[],
): { symbol: string; fit: number } {
  let best = { symbol: "", fit: -1 };
  for (let shiftX = -3; shiftX <= 3; shiftX++) {
    for (let shiftY = -4; shiftY <= 4; shiftY += 2) {
      const window = normalised(windowAt(ink, Math.round(centre - boxWidth / 2) + shiftX, shiftY));
      for (const { symbol, mask } of poses) {
        const fit = dot(window, mask);
        if (fit > best.fit) best = { symbol, fit };
      }
    }
  }
  return best;
}

const poses = new Map<number, readonly Pose[]>();

function posesFor(length: number): readonly Pose[] {
  const known = poses.get(length);
  if (known) return known;
  const cell = Math.min((width - 2 * margin) / length, 38);
  const made = symbols.flatMap((symbol) =>
    [-0.24, -0.08, 0.08, 0.24].flatMap((turn) =>
      [-0.12, 0.12].flatMap((lean) =>
        [0.53, 0.59].map((tall) => ({
          symbol,
          mask: normalised(draw(glyphs[symbol] ?? [], { turn, lean, tall, cell })),
        })),
      ),
    ),
  );
  poses.set(length, made);
  return made;
}

interface Shape {
  readonly turn: number;
  readonly lean: number;
  readonly tall: number;
  readonly cell: number;
}

/** A symbol alone in its box, drawn as dots along its strokes. */
function draw(strokes: readonly Stroke[], { turn, lean, tall, cell }: Shape): Float32Array {
  const box = new Float32Array(boxWidth * rows);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [scaleX, scaleY] = [(cell * 0.87 * scale) / 10, (height * tall * scale) / 14];
  for (const { points } of strokes) {
    for (let i = 1; i < points.length; i++) {
      const [from, to] = [points[i - 1] ?? [0, 0], points[i] ?? [0, 0]];
      for (let t = 0; t <= 1; t += 0.04) {
        const v = (from[1] + (to[1] - from[1]) * t - 7) * scaleY;
        const u = (from[0] + (to[0] - from[0]) * t - 5) * scaleX + lean * v;
        dab(box, boxWidth / 2 + u * cos - v * sin, rows / 2 + u * sin + v * cos);
      }
    }
  }
  return box;
}

function dab(box: Float32Array, x: number, y: number): void {
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const [column, row] = [Math.round(x) + dx, Math.round(y) + dy];
      if (column < 0 || column >= boxWidth || row < 0 || row >= rows) continue;
      const near = Math.max(0, 1.4 - Math.hypot(column - x, row - y));
      box[row * boxWidth + column] = Math.max(box[row * boxWidth + column] ?? 0, near);
    }
  }
}

function windowAt(ink: Float32Array, left: number, down: number): Float32Array {
  const window = new Float32Array(boxWidth * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < boxWidth; column++) {
      const [x, y] = [left + column, row + down];
      if (x < 0 || x >= columns || y < 0 || y >= rows) continue;
      window[row * boxWidth + column] = ink[y * columns + x] ?? 0;
    }
  }
  return window;
}

function normalised(values: Float32Array): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const length = Math.sqrt(dot(centred, centred)) || 1;
  return centred.map((value) => value / length);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

async function inkOf(png: Buffer): Promise<Float32Array> {
  const pixels = await sharp(png)
    .greyscale()
    .resize(columns, rows, { fit: "fill" })
    .blur(0.6)
    .raw()
    .toBuffer();
  return Float32Array.from(pixels, (grey) => 1 - grey / 255);
}
