/** The kernels against the same computed the simple way. */
import { expect, test } from "vitest";
import { loadKernels } from "#shared/vision/kernels.ts";
import { assemble } from "#shared/vision/wasm-text.ts";
import { between, randomFrom } from "../../support/photo/random.ts";

const random = randomFrom(14);
const numbers = (count: number) =>
  Float32Array.from({ length: count }, () => between(random, -1, 1));

/** Runs on lists that lie behind one another in memory. @returns the list at the place, as long as asked for */
function machine(...lists: readonly Float32Array[]) {
  const { kernels, memory } = loadKernels(1_000_000);
  const floats = new Float32Array(memory);
  const places = lists.map((list, i) => {
    const at = 20_000 * (i + 1);
    floats.set(list, at / 4);
    return at;
  });
  const result = 800_000;
  return {
    kernels,
    places,
    result,
    read: (count: number) => floats.slice(result / 4, result / 4 + count),
  };
}

function furthest(one: Float32Array, other: Float32Array): number {
  expect(one.length).toBe(other.length);
  return one.reduce(
    (far, value, i) => Math.max(far, Math.abs(value - (other[i] ?? Number.NaN))),
    0,
  );
}

test.each([
  { rows: 1, depth: 30, columns: 140 },
  { rows: 4, depth: 8, columns: 8 },
  { rows: 7, depth: 5, columns: 3 },
  { rows: 19, depth: 42, columns: 17 },
])("$rows x $depth times $depth x $columns", ({ rows, depth, columns }) => {
  const [left, right, bias] = [numbers(rows * depth), numbers(columns * depth), numbers(columns)];
  const packed = new Float32Array(Math.ceil(columns / 8) * depth * 8);
  right.forEach((value, i) => {
    const [column, k] = [Math.floor(i / depth), i % depth];
    packed[(Math.floor(column / 8) * depth + k) * 8 + (column % 8)] = value;
  });
  const { kernels, places, result, read } = machine(left, packed, bias);
  kernels.multiply(...places, result, rows, depth, columns);

  const expected = Float32Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    return left
      .subarray(row * depth, (row + 1) * depth)
      .reduce((sum, value, k) => sum + value * (right[column * depth + k] ?? 0), bias[column] ?? 0);
  });
  expect(furthest(read(rows * columns), expected)).toBeLessThan(1e-5);
});

test.each([
  { side: 6, channels: 4, stride: 1, around: 1 },
  { side: 7, channels: 6, stride: 2, around: 0 },
  { side: 5, channels: 12, stride: 2, around: 1 },
])("each channel by itself: $side x $side x $channels, stride $stride", (given) => {
  const { side, channels, stride, around } = given;
  const to = Math.floor((side + 2 * around - 3) / stride) + 1;
  const [picture, weights, bias] = [
    numbers(side * side * channels),
    numbers(9 * channels),
    numbers(channels),
  ];
  const { kernels, places, result, read } = machine(picture, weights, bias);
  kernels.depthwise(...places, result, side, side, channels, to, to, 3, 3, stride, around, around);

  const at = (y: number, x: number, c: number) =>
    y < 0 || x < 0 || y >= side || x >= side ? 0 : (picture[(y * side + x) * channels + c] ?? 0);
  const expected = Float32Array.from({ length: to * to * channels }, (_, i) => {
    const [place, c] = [Math.floor(i / channels), i % channels];
    const [y, x] = [Math.floor(place / to) * stride - around, (place % to) * stride - around];
    let sum = bias[c] ?? 0;
    for (let k = 0; k < 9; k++)
      sum += at(y + Math.floor(k / 3), x + (k % 3), c) * (weights[k * channels + c] ?? 0);
    return sum;
  });
  expect(furthest(read(to * to * channels), expected)).toBeLessThan(1e-5);
});

test.each([
  { side: 2, channels: 6 },
  { side: 3, channels: 4 },
])("the largest and the sum of windows of $side x $side with $channels channels", (given) => {
  const { side, channels } = given;
  const [height, width] = [2, 3];
  const picture = numbers(side * side * height * width * channels);
  const { kernels, places, result, read } = machine(picture);
  const [from = 0] = places;
  kernels.largest(from, result, height, width, channels, side);

  const windows = Array.from({ length: height * width * channels }, (_, i) => {
    const [place, c] = [Math.floor(i / channels), i % channels];
    const [y, x] = [Math.floor(place / width) * side, (place % width) * side];
    return Array.from({ length: side * side }, (_, k) => {
      const row = y + Math.floor(k / side);
      return picture[(row * width * side + x + (k % side)) * channels + c] ?? Number.NaN;
    });
  });
  expect([...read(windows.length)]).toEqual(windows.map((window) => Math.max(...window)));

  kernels.sum(from, result, height, width, channels, side);
  const sums = windows.map((window) => window.reduce((sum, value) => sum + value, 0));
  expect(furthest(read(windows.length), Float32Array.from(sums))).toBeLessThan(1e-5);
});

test("a row of an enlarged picture lies between two rows, and between two of their pixels", () => {
  const channels = 3;
  const [upper, lower] = [numbers(2 * channels), numbers(2 * channels)];
  const across = [0, 0.25, 0.75, 1];
  const columns = new Float32Array(3 * across.length);
  across.forEach((share, i) => {
    new Int32Array(columns.buffer).set([0, 4 * channels], 3 * i);
    columns[3 * i + 2] = share;
  });
  const { kernels, places, result, read } = machine(upper, lower, Float32Array.of(0.25), columns);
  kernels.between(...places, result, across.length, channels);

  const mix = (one = 0, other = 0, share: number) => one * (1 - share) + other * share;
  const expected = Float32Array.from({ length: across.length * channels }, (_, i) => {
    const [share = 0, c] = [across[Math.floor(i / channels)], i % channels];
    const [above, below] = [upper, lower].map((row) => mix(row[c], row[channels + c], share));
    return mix(above, below, 0.25);
  });
  expect(furthest(read(expected.length), expected)).toBeLessThan(1e-6);
});

test("sums, and slopes below zero", () => {
  const [one, other, slopes] = [numbers(30), numbers(30), numbers(6)];
  const { kernels, places, result, read } = machine(one, other, slopes);
  const [first = 0, second = 0, third = 0] = places;
  kernels.add(first, second, result, 30);
  expect(
    furthest(
      read(30),
      one.map((value, i) => value + (other[i] ?? 0)),
    ),
  ).toBeLessThan(1e-6);

  kernels.slope(first, third, result, 5, 6);
  const sloped = one.map((value, i) => (value < 0 ? value * (slopes[i % 6] ?? 0) : value));
  expect(furthest(read(30), sloped)).toBeLessThan(1e-6);
});

test.each([
  ["(func $f (nonsense 1))", /nonsense/],
  ["(func $f (local.set $missing 1))", /missing/],
  ["(func $f (br $nowhere))", /nowhere/],
  ["(func $f (loop $l)", /parentheses/],
  ["(memory 1)", /function/],
])("%s is not assembled", (text, reason) => {
  expect(() => assemble(text)).toThrow(reason);
});

test.each([
  { side: 7, channels: 3, stride: 2, around: 1, first: 1 },
  { side: 5, channels: 6, stride: 1, around: 1, first: 0 },
  { side: 6, channels: 4, stride: 1, around: 0, first: 2 },
])("windows of 3x3 of $side x $side x $channels, stride $stride", (given) => {
  const { side, channels, stride, around, first } = given;
  const to = Math.floor((side + 2 * around - 3) / stride) + 1;
  const picture = numbers(side * side * channels);
  const { kernels, places, result, read } = machine(picture);
  const sides = [side, side, channels, to, first, to];
  kernels.gather(...places, result, ...sides, 3, 3, stride, around, around);

  const length = 9 * channels;
  const expected = Float32Array.from({ length: (to - first) * to * length }, (_, i) => {
    const [place, rest] = [Math.floor(i / length) + first * to, i % length];
    const [k, c] = [Math.floor(rest / channels), rest % channels];
    const y = Math.floor(place / to) * stride - around + Math.floor(k / 3);
    const x = (place % to) * stride - around + (k % 3);
    const isOutside = y < 0 || x < 0 || y >= side || x >= side;
    return isOutside ? 0 : (picture[(y * side + x) * channels + c] ?? Number.NaN);
  });
  expect(read(expected.length)).toEqual(expected);
});

test("factors of channels, and the hard swish", () => {
  const [values, factors] = [numbers(30).map((value) => 8 * value), numbers(6)];
  const { kernels, places, result, read } = machine(values, factors);
  const [first = 0, second = 0] = places;
  kernels.scale(first, second, result, 5, 6);
  const scaled = values.map((value, i) => value * (factors[i % 6] ?? 0));
  expect(furthest(read(30), scaled)).toBeLessThan(1e-5);
  kernels.hardSwish(first, result, 30);
  const swished = values.map((x) => (x * Math.min(Math.max(x + 3, 0), 6)) / 6);
  expect(furthest(read(30), swished)).toBeLessThan(1e-5);
});
