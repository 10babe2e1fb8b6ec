/**
 * The captcha's image: symbols that touch, each turned, leant and sized by itself, bent by one wave, crossed by
 * lines and cut by lines of paper. It is made of pixels, so that nothing in the file says where a symbol begins. A program made
 * for it can read any image that people read at once (`npm run bench -- captcha` has one): the protection is the work and the
 * counters.
 */
import { Bitmap, type Point } from "./bitmap.ts";
import { glyphs, type Stroke } from "./glyphs.ts";

export const width = 220;
export const height = 72;
const margin = 10;
/** Straight pieces per curve between two points. */
const piecesPerCurve = 6;

type Between = (low: number, high: number) => number;

/**
 * @param random in [0, 1); only for looks, the text is chosen elsewhere
 * @returns a PNG, black on white, at most 5 KB
 */
export function drawCaptcha(text: string, random: () => number = Math.random): Buffer {
  const between: Between = (low, high) => low + random() * (high - low);
  const bitmap = new Bitmap(width, height);
  const wave = waveOf(between);
  const thickness = between(3, 4);
  const cell = (width - 2 * margin) / text.length;
  for (const [i, symbol] of [...text].entries()) {
    const centre = margin + cell * (i + 0.5) + between(-3, 3);
    const strokes = place(glyphs[symbol] ?? [], centre, cell, between);
    for (const stroke of strokes) bitmap.line(stroke.map(wave), thickness);
  }
  for (const part of [0.36, 0.64]) {
    bitmap.line(noiseLine(height * part, between).map(wave), thickness * between(0.5, 0.7));
  }
  for (let cut = 0; cut < 3; cut++) bitmap.line(cutLine(between), 1.4, 0);
  for (let dot = 0; dot < 24; dot++) {
    const [x, y] = [between(2, width - 2), between(2, height - 2)];
    bitmap.line(
      [
        [x, y],
        [x + between(-3, 3), y + between(-3, 3)],
      ],
      between(1, 2.4),
    );
  }
  return bitmap.toPng();
}

/** A symbol's strokes around a place on the line, wide enough to touch its neighbours. */
function place(
  strokes: readonly Stroke[],
  centre: number,
  cell: number,
  between: Between,
): Point[][] {
  const scaleX = (Math.min(cell, 38) * between(0.8, 0.95)) / 10;
  const scaleY = (height * between(0.5, 0.62)) / 14;
  const turn = between(-0.3, 0.3);
  const lean = between(-0.2, 0.2);
  const middle = height / 2 + between(-6, 6);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return strokes.map((stroke) =>
    flatten(stroke).map(([x, y]) => {
      const v = (y - 7) * scaleY;
      const u = (x - 5) * scaleX + lean * v;
      return [centre + u * cos - v * sin, middle + u * sin + v * cos];
    }),
  );
}

/** A line through most of the text. */
function noiseLine(middle: number, between: Between): Point[] {
  const from = between(4, width * 0.2);
  const length = between(width * 0.6, width * 0.75);
  const [swing, shift] = [between(6, 12), between(0, 6)];
  return Array.from({ length: 17 }, (_, i) => [
    from + (length * i) / 16,
    middle + swing * Math.sin(shift + (i / 16) * Math.PI * between(2.4, 2.6)),
  ]);
}

/** A slanting line of paper through the whole height. */
function cutLine(between: Between): Point[] {
  const from = between(0, width);
  return [
    [from, 0],
    [from + between(-50, 50), height],
  ];
}

/** One gentle wave through the whole image, which also keeps every point inside it. */
function waveOf(between: Between): (point: Point) => Point {
  const [rise, stretch, shift] = [between(2, 4), between(18, 30), between(0, 6)];
  const inside = (value: number, limit: number) => Math.min(Math.max(value, 2), limit - 3);
  return ([x, y]) => [
    inside(x + rise * Math.sin(y / stretch + shift), width),
    inside(y + rise * Math.sin(x / stretch + shift), height),
  ];
}

/** A stroke's points; a curved one runs smoothly through them (Catmull-Rom). */
function flatten({ points, curved }: Stroke): Point[] {
  if (!curved) return points.flatMap((point, i) => [...midpoint(points[i - 1], point), point]);
  return points.flatMap((point, i) => {
    const next = points[i + 1];
    if (!next) return [point];
    const around = [points[i - 1] ?? point, point, next, points[i + 2] ?? next] as const;
    return Array.from({ length: piecesPerCurve }, (_, piece) =>
      catmullRom(around, piece / piecesPerCurve),
    );
  });
}

/** A straight stroke gets a point between, so that the wave bends it. */
function midpoint(from: Point | undefined, to: Point): Point[] {
  return from ? [[(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]] : [];
}

function catmullRom([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const at = (i: 0 | 1) =>
    0.5 *
    (2 * b[i] +
      (c[i] - a[i]) * t +
      (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t ** 2 +
      (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t ** 3);
  return [at(0), at(1)];
}
