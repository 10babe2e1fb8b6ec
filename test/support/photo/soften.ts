import type { Pixels } from "#shared/photo/pixels.ts";

/** Blurs one channel of numbers. @param sigma in pixels */
export function blur(values: Float32Array, width: number, height: number, sigma: number) {
  const reach = Math.ceil(sigma * 3);
  const bell = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)),
  );
  const total = bell.reduce((sum, weight) => sum + weight, 0);
  const weights = Float32Array.from(bell, (weight) => weight / total);
  return blurRows(blurRows(values, width, height, weights), height, width, weights);
}

/** Blurs along the rows, and turns the picture, so that the next time the columns are blurred. */
function blurRows(from: Float32Array, width: number, height: number, weights: Float32Array) {
  const reach = (weights.length - 1) / 2;
  const to = new Float32Array(from.length);
  const row = new Float32Array(width + 2 * reach);
  for (let y = 0; y < height; y++) {
    row.set(from.subarray(y * width, (y + 1) * width), reach);
    row.fill(row[reach] ?? 0, 0, reach).fill(row[width + reach - 1] ?? 0, width + reach);
    // Of nothing but zeros there is nothing to sum: half of a cut-out is clear.
    const last = row.findLastIndex((value) => value !== 0);
    const first = last < 0 ? last : row.findIndex((value) => value !== 0);
    const end = Math.min(last + 1, width);
    for (let x = Math.max(first - 2 * reach, 0); x < end; x++) {
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (row[x + k] ?? 0);
      to[x * height + y] = sum;
    }
  }
  return to;
}

/** The same person with a softer outline, whose colours stay the person's own. @param sigma in pixels */
export function soften({ data, width, height }: Pixels, sigma: number): Pixels {
  const alpha = channelOf(data, 3);
  const spread = (values: Float32Array) => blur(values, width, height, Math.max(sigma, 1.2));
  const softAlpha = sigma > 0 ? blur(alpha, width, height, sigma) : alpha;
  const weight = spread(alpha);
  const soft = Uint8Array.from(data);
  for (const c of [0, 1, 2]) {
    const own = spread(channelOf(data, c).map((value, i) => value * (alpha[i] ?? 0)));
    for (let i = 0; i < alpha.length; i++)
      if ((alpha[i] ?? 0) < 250 && (weight[i] ?? 0) > 0.5)
        soft[i * 4 + c] = Math.round((own[i] ?? 0) / (weight[i] ?? 1));
  }
  for (let i = 0; i < alpha.length; i++) soft[i * 4 + 3] = Math.round(softAlpha[i] ?? 0);
  return { data: soft, width, height };
}

/** One channel of a picture as numbers; 3 is the alpha. */
export function channelOf(data: Uint8Array, channel: number): Float32Array {
  const values = new Float32Array(data.length / 4);
  for (let i = 0; i < values.length; i++) values[i] = data[i * 4 + channel] ?? 0;
  return values;
}
