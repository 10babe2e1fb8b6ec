/** The kernels against the same computed the simple way: Levin, Lischinski and Weiss, equation 12. */
import { expect, test } from "vitest";
import { mattingMatrix } from "#shared/photo/cutting/matting-matrix.ts";
import { between, randomFrom } from "../../support/photo/random.ts";

const [width, height] = [12, 9];
const trust = 0.02;

/** Of nine colours of 0 to 1, how much two are alike: their product by the inverse of the covariance, which Gauss and Jordan find. */
function likeness(colours: readonly (readonly number[])[]): number[][] {
  const mean = [0, 1, 2].map((c) => colours.reduce((sum, colour) => sum + (colour[c] ?? 0) / 9, 0));
  const apart = colours.map((colour) => colour.map((value, c) => value - (mean[c] ?? 0)));
  const rows = [0, 1, 2].map((r) => [
    ...[0, 1, 2].map(
      (c) =>
        apart.reduce((sum, own) => sum + ((own[r] ?? 0) * (own[c] ?? 0)) / 9, 0) +
        (r === c ? 1e-6 / 9 : 0),
    ),
    ...[0, 1, 2].map((c) => Number(r === c)),
  ]);
  for (const k of [0, 1, 2]) {
    const scale = rows[k]?.[k] ?? 1;
    rows[k] = (rows[k] ?? []).map((value) => value / scale);
    for (const other of [0, 1, 2].filter((r) => r !== k)) {
      const share = rows[other]?.[k] ?? 0;
      rows[other] = (rows[other] ?? []).map((value, c) => value - share * (rows[k]?.[c] ?? 0));
    }
  }
  return apart.map((one) =>
    apart.map((other) =>
      [0, 1, 2].reduce(
        (sum, r) =>
          sum +
          [0, 1, 2].reduce(
            (part, c) => part + (one[r] ?? 0) * (rows[r]?.[3 + c] ?? 0) * (other[c] ?? 0),
            0,
          ),
        0,
      ),
    ),
  );
}

test.each([
  ["noise", () => 1],
  ["one colour", () => 0],
  ["an edge with a little noise", (x: number) => (x < 6 ? 0 : 0.02)],
])("rows of %s", (_, noise) => {
  const random = randomFrom(31);
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let i = 0; i < width * height; i++)
    for (let c = 0; c < 3; c++) {
      const x = i % width;
      data[4 * i + c] = Math.round((x < 6 ? 40 : 180) + noise(x) * between(random, -40, 70));
    }
  const band = Int32Array.from([2 * width + 2, 4 * width + 6, 4 * width + 7, 6 * width + 9]);
  const matrix = mattingMatrix({ data, width, height }, band, trust);
  const values = Float32Array.from({ length: width * height }, () => between(random, 0, 1));
  matrix.values.set(values);

  const expected = [...band].map((pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    let sum = trust * (values[pixel] ?? 0);
    for (let v = y - 1; v <= y + 1; v++)
      for (let u = x - 1; u <= x + 1; u++) {
        const window = Array.from({ length: 9 }, (_, k) => {
          return (v - 1 + Math.floor(k / 3)) * width + u - 1 + (k % 3);
        });
        const alike = likeness(
          window.map((i) => [0, 1, 2].map((c) => (data[4 * i + c] ?? 0) / 255)),
        );
        const own = window.indexOf(pixel);
        window.forEach((i, k) => {
          sum += ((i === pixel ? 1 : 0) - (1 + (alike[own]?.[k] ?? 0)) / 9) * (values[i] ?? 0);
        });
      }
    return sum;
  });
  matrix.times().forEach((value, row) => {
    // The kernels work with single floats. What they miss must be little beside how much a guess weighs.
    expect(Math.abs(value - (expected[row] ?? Number.NaN))).toBeLessThan(trust / 2);
  });
  expect(matrix.diagonal).toHaveLength(band.length);
});

test("nothing is sought: there are no rows", () => {
  const data = new Uint8Array(4 * width * height).fill(255);
  const matrix = mattingMatrix({ data, width, height }, new Int32Array(), trust);

  expect(matrix.times()).toHaveLength(0);
});
