/** Takes what a network looks at out of a picture. */
import type { Point } from "./face.ts";

/** Four bytes a pixel (red, green, blue, alpha), row by row. */
export interface Picture {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Networks know pictures without alpha: what is clear looks like a wall of this grey, 0 to 255. */
const wall = 140;

/** A square of a picture, which may be turned and reach beyond it. */
export interface Square {
  readonly middle: Point;
  /** Pixels. */
  readonly side: number;
  /** Radians, clockwise. */
  readonly turn: number;
}

/** Where a place of a square is in the picture. @param x @param y from 0 to 1 within the square */
export function placeIn({ middle, side, turn }: Square, x: number, y: number): Point {
  const [across, down] = [(x - 0.5) * side, (y - 0.5) * side];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return { x: middle.x + across * cos - down * sin, y: middle.y + across * sin + down * cos };
}

/** The upright square around the whole picture; what it has beyond the picture is black. */
export function squareAround({ width, height }: Picture): Square {
  return { middle: { x: width / 2, y: height / 2 }, side: Math.max(width, height), turn: 0 };
}

/**
 * Draws a square into a network's input of so many pixels a side: red, green, blue, each `value * scale + shift`. Where several of the
 * picture's pixels become one, that is their mean; else the colours between them.
 */
export function drawSquare(
  picture: Picture,
  square: Square,
  into: { readonly input: Float32Array; readonly side: number },
  { scale, shift }: { readonly scale: number; readonly shift: number },
): void {
  const { input, side } = into;
  const finer = Math.max(1, Math.ceil(square.side / side - 0.5));
  if (square.turn === 0 && finer > 1) {
    drawUpright(picture, square, { ...into, finer }, { scale, shift });
    return;
  }
  const step = square.side / side / finer;
  const across = { x: Math.cos(square.turn) * step, y: Math.sin(square.turn) * step };
  const first = placeIn(square, 0.5 / (side * finer), 0.5 / (side * finer));
  const colour = new Float64Array(3);
  for (let i = 0; i < side * side; i++) {
    const row = Math.floor(i / side) * finer;
    const column = (i % side) * finer;
    const x = first.x + column * across.x - row * across.y;
    const y = first.y + column * across.y + row * across.x;
    colour.fill(0);
    if (finer === 1) addBetween(picture, x, y, colour);
    else addNearest(picture, { x, y, across, count: finer }, colour);
    for (let c = 0; c < 3; c++) input[i * 3 + c] = ((colour[c] ?? 0) / finer ** 2) * scale + shift;
  }
}

/** The same of a square that is not turned: each row of the picture is read once, and where its columns are is known before. */
function drawUpright(
  { data, width, height }: Picture,
  square: Square,
  { input, side, finer }: { input: Float32Array; side: number; finer: number },
  { scale, shift }: { readonly scale: number; readonly shift: number },
): void {
  const places = side * finer;
  const step = square.side / places;
  const first = placeIn(square, 0.5 / places, 0.5 / places);
  const bytes = Int32Array.from({ length: places }, (_, i) => {
    const x = first.x + i * step;
    return x < 0 || x >= width ? -1 : 4 * Math.floor(x);
  });
  const sums = new Float64Array(side * 3);
  for (let row = 0; row < places; row++) {
    const y = first.y + row * step;
    if (y >= 0 && y < height) addRow(data.subarray(4 * width * Math.floor(y)), bytes, finer, sums);
    if (row % finer < finer - 1) continue;
    const at = Math.floor(row / finer) * side * 3;
    for (let i = 0; i < sums.length; i++)
      input[at + i] = ((sums[i] ?? 0) / finer ** 2) * scale + shift;
    sums.fill(0);
  }
}

/** Adds the colours of some places of a row to the sums of so many neighbours each. @param bytes where they begin; -1 beyond the picture */
function addRow(row: Picture["data"], bytes: Int32Array, count: number, sums: Float64Array): void {
  for (let sum = 0, i = 0; i < bytes.length; sum += 3) {
    let red = sums[sum] ?? 0;
    let green = sums[sum + 1] ?? 0;
    let blue = sums[sum + 2] ?? 0;
    for (const end = i + count; i < end; i++) {
      const at = bytes[i] ?? -1;
      if (at < 0) continue;
      const opacity = (row[at + 3] ?? 0) / 255;
      const behind = wall * (1 - opacity);
      red += (row[at] ?? 0) * opacity + behind;
      green += (row[at + 1] ?? 0) * opacity + behind;
      blue += (row[at + 2] ?? 0) * opacity + behind;
    }
    sums[sum] = red;
    sums[sum + 1] = green;
    sums[sum + 2] = blue;
  }
}

/** What was drawn of a square as it is drawn of the square turned clockwise by so many quarters. @param drawn rows of `side` pixels */
export function turnDrawn(drawn: Float32Array, side: number, quarters: number): Float32Array {
  const turned = new Float32Array(drawn.length);
  const last = side - 1;
  for (let i = 0; i < side * side; i++) {
    let [x, y] = [i % side, Math.floor(i / side)];
    for (let k = 0; k < quarters; k++) [x, y] = [last - y, x];
    const from = 3 * (y * side + x);
    for (let c = 0; c < 3; c++) turned[3 * i + c] = drawn[from + c] ?? 0;
  }
  return turned;
}

/** Places in a square grid: so many rows of so many, the first at x and y. */
interface Grid {
  readonly x: number;
  readonly y: number;
  /** From one place to the next of its row; a turn to the right gives the way to the next row. */
  readonly across: Point;
  readonly count: number;
}

/** Adds the colours of the pixels at some places. Beyond the picture it is black. In one loop: most of a photo's time is spent here. */
function addNearest(
  { data, width, height }: Picture,
  { x: x0, y: y0, across, count }: Grid,
  colour: Float64Array,
): void {
  let [red, green, blue] = [0, 0, 0];
  for (let j = 0; j < count; j++)
    for (let k = 0; k < count; k++) {
      const x = x0 + k * across.x - j * across.y;
      const y = y0 + k * across.y + j * across.x;
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const at = (Math.floor(y) * width + Math.floor(x)) * 4;
      const alpha = data[at + 3] ?? 0;
      const opacity = alpha === 255 ? 1 : alpha / 255;
      const behind = wall * (1 - opacity);
      red += (data[at] ?? 0) * opacity + behind;
      green += (data[at + 1] ?? 0) * opacity + behind;
      blue += (data[at + 2] ?? 0) * opacity + behind;
    }
  colour[0] = red;
  colour[1] = green;
  colour[2] = blue;
}

/** Adds the colour at a place between the four pixels around it. Beyond the picture it is black. */
function addBetween(picture: Picture, x: number, y: number, colour: Float64Array): void {
  if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) return;
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  const right = x - 0.5 - left;
  const below = y - 0.5 - top;
  addPixel(picture, left, top, (1 - right) * (1 - below), colour);
  addPixel(picture, left + 1, top, right * (1 - below), colour);
  addPixel(picture, left, top + 1, (1 - right) * below, colour);
  addPixel(picture, left + 1, top + 1, right * below, colour);
}

/** Those of the frame go on outside. */
function addPixel(
  { data, width, height }: Picture,
  x: number,
  y: number,
  weight: number,
  colour: Float64Array,
): void {
  const column = Math.min(Math.max(x, 0), width - 1);
  const row = Math.min(Math.max(y, 0), height - 1);
  const at = (row * width + column) * 4;
  const opacity = (data[at + 3] ?? 0) / 255;
  const behind = wall * (1 - opacity);
  for (let c = 0; c < 3; c++)
    colour[c] = (colour[c] ?? 0) + ((data[at + c] ?? 0) * opacity + behind) * weight;
}
