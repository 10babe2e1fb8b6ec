/**
 * The captcha's image: its symbols bent, turned and crossed by lines, as ONE path whose strokes are shuffled, so that
 * the document does not say where a symbol begins or which line is noise.
 */
import { glyphs, type Stroke } from "./glyphs.ts";

type Point = readonly [x: number, y: number];

export const width = 200;
export const height = 70;
const margin = 4;
/** Straight pieces per curve between two points: enough for the eye, few enough for the bytes. */
const piecesPerCurve = 4;
/** Where noise lines run, as parts of the height: apart, so that they cross symbols but never hide one. */
const noiseHeights = [0.34, 0.68];

/**
 * @param random in [0, 1); only for looks, the text is chosen elsewhere
 * @returns an SVG document that takes the colour of the text around it
 */
export function drawCaptcha(text: string, random: () => number = Math.random): string {
  const between = (low: number, high: number) => low + random() * (high - low);
  const wave = waveOf(between);
  const cell = (width - 2 * margin) / text.length;
  const drawn = [...text].flatMap((symbol, i) =>
    place(glyphs[symbol] ?? [], margin + cell * (i + 0.5), cell, between),
  );
  const noise = noiseHeights.map((part) => noiseLine(height * part, between));
  const strokes = shuffle(
    [...drawn, ...noise].map((stroke) => stroke.map(wave)),
    random,
  );
  const path = strokes.map(toPath).join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    `<path d="${path}" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  );
}

type Between = (low: number, high: number) => number;

/** A symbol's strokes around a place on the line, each symbol with a size, lean and turn of its own. */
function place(
  strokes: readonly Stroke[],
  centre: number,
  cell: number,
  between: Between,
): Point[][] {
  const scaleX = (cell * between(0.6, 0.72)) / 10;
  const scaleY = (height * between(0.48, 0.6)) / 14;
  const turn = between(-0.3, 0.3);
  const lean = between(-0.2, 0.2);
  const down = height / 2 + between(-6, 6);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return strokes.map((stroke) =>
    flatten(stroke).map(([x, y]) => {
      const v = (y - 7) * scaleY;
      const u = (x - 5) * scaleX + lean * v;
      return [centre + u * cos - v * sin, down + u * sin + v * cos];
    }),
  );
}

/** A line through most of the text, as thick as a symbol's strokes. */
function noiseLine(middle: number, between: Between): Point[] {
  const from = between(2, width * 0.25);
  const length = between(width * 0.55, width * 0.7);
  const [swing, shift] = [between(5, 9), between(0, 6)];
  return Array.from({ length: 13 }, (_, i) => [
    from + (length * i) / 12,
    middle + swing * Math.sin(shift + (i / 12) * Math.PI * 2.5),
  ]);
}

/** One gentle wave through the whole image, which also keeps every point inside it. */
function waveOf(between: Between): (point: Point) => Point {
  const [rise, stretch, shift] = [between(2, 4), between(18, 30), between(0, 6)];
  const inside = (value: number, limit: number) => Math.min(Math.max(value, 1), limit - 1);
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

function shuffle<T>(items: T[], random: () => number): T[] {
  const order = items.map((item) => ({ item, key: random() }));
  return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

function toPath(points: readonly Point[]): string {
  return points
    .map(([x, y], i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join("");
}
