/** The steps of operators that move a window over a picture. */
import type { Operator } from "./graph.ts";
import type { Layout, Step } from "./network.ts";
import { inputOf, kernelOf, sidesOf, weightsOf, windowOf } from "./tensors.ts";
import { WrongModel } from "./wrong-model.ts";

/** About this many floats of windows are multiplied at once: 1 MB, which caches hold. */
const windowFloats = 262_144;

/** Each place's window is one row of a matrix; all rows are multiplied with the weights. */
export function convolution(operator: Operator, layout: Layout): Step {
  const { first: channels, last, weights, ...kernel } = kernelOf(layout, inputOf(operator, 1));
  const window = windowOf(operator, layout, kernel);
  const { from, to, stride, above, before } = window;
  if (last !== from.channels || channels !== to.channels)
    throw new WrongModel("Weights are for other channels.");
  const depth = kernel.height * kernel.width * last;
  const right = layout.keep(packed(weights, depth, channels));
  const bias = layout.keep(padded(weightsOf(layout, inputOf(operator, 2), channels)));
  const [source, target] = [layout.placeOf(inputOf(operator, 0)), layout.placeOf(operator.output)];
  if (kernel.height === 1 && kernel.width === 1 && stride === 1) {
    const places = to.height * to.width;
    return ({ kernels }) => kernels.multiply(source, right, bias, target, places, depth, channels);
  }
  const atOnce = Math.min(to.height, Math.max(1, Math.floor(windowFloats / (to.width * depth))));
  layout.needScratch(atOnce * to.width * depth);
  const sides = [from.height, from.width, from.channels, to.width];
  const windows = [kernel.height, kernel.width, stride, above, before];
  return ({ kernels, scratch }) => {
    for (let y = 0; y < to.height; y += atOnce) {
      const end = Math.min(y + atOnce, to.height);
      const result = target + y * to.width * channels * 4;
      const rows = (end - y) * to.width;
      kernels.gather(source, scratch, ...sides, y, end, ...windows);
      kernels.multiply(scratch, right, bias, result, rows, depth, channels);
    }
  };
}

export function depthwise(operator: Operator, layout: Layout): Step {
  const { first, last, weights, ...kernel } = kernelOf(layout, inputOf(operator, 1));
  const { from, to, stride, above, before } = windowOf(operator, layout, kernel);
  if (first !== 1 || last !== from.channels || last !== to.channels)
    throw new WrongModel("Weights are for other channels.");
  const places = [
    layout.placeOf(inputOf(operator, 0)),
    layout.keep(weights),
    layout.keep(weightsOf(layout, inputOf(operator, 2), last)),
    layout.placeOf(operator.output),
  ];
  const sides = [from.height, from.width, last, to.height, to.width, kernel.height, kernel.width];
  return ({ kernels }) => kernels.depthwise(...places, ...sides, stride, above, before);
}

/** The largest or the mean of windows that lie side by side. */
export function pool(operator: Operator, layout: Layout): Step {
  const { stride } = operator.settings;
  const { from, to } = windowOf(operator, layout, { height: stride, width: stride });
  if (from.channels !== to.channels) throw new WrongModel("A pool changes channels.");
  if (from.height % stride !== 0 || from.width % stride !== 0)
    throw new WrongModel("A pool does not fill.");
  const [input, output] = [layout.placeOf(inputOf(operator, 0)), layout.placeOf(operator.output)];
  const { height, width, channels } = to;
  if (operator.kind === "max-pool")
    return ({ kernels }) => kernels.largest(input, output, height, width, channels, stride);
  const shares = layout.keep(new Float32Array(channels).fill(1 / stride ** 2));
  return ({ kernels }) => {
    kernels.sum(input, output, height, width, channels, stride);
    kernels.scale(output, shares, output, height * width, channels);
  };
}

/**
 * A transposed convolution of 2x2 windows side by side: each pixel becomes four. The two of a row lie side by side, so each row of the
 * result is that of the picture times the weights of both.
 */
export function doubling(operator: Operator, layout: Layout): Step {
  const { first: channels, last, weights, height, width } = kernelOf(layout, inputOf(operator, 1));
  const from = sidesOf(layout.tensor(inputOf(operator, 0)));
  const to = sidesOf(layout.tensor(operator.output));
  const isDouble = to.height === 2 * from.height && to.width === 2 * from.width;
  if (
    !isDouble ||
    height !== 2 ||
    width !== 2 ||
    last !== from.channels ||
    channels !== to.channels
  )
    throw new WrongModel("A picture is not doubled.");
  const bias = weightsOf(layout, inputOf(operator, 2), channels);
  const biases = layout.keep(padded(Float32Array.from([...bias, ...bias])));
  const columns = 2 * channels;
  const [upper, lower] = [0, 1].map((down) => {
    const both = Float32Array.from({ length: columns * last }, (_, i) => {
      const [column, k] = [Math.floor(i / last), i % last];
      const [right, channel] = [Math.floor(column / channels), column % channels];
      return weights[(4 * channel + 2 * down + right) * last + k] ?? 0;
    });
    return layout.keep(packed(both, last, columns));
  });
  const [source, target] = [layout.placeOf(inputOf(operator, 0)), layout.placeOf(operator.output)];
  const [rowBytes, toRowBytes] = [4 * from.width * last, 4 * to.width * channels];
  return ({ kernels }) => {
    for (let y = 0; y < to.height; y++) {
      const right = (y % 2 === 0 ? upper : lower) ?? 0;
      const [row, toRow] = [source + (y >> 1) * rowBytes, target + y * toRowBytes];
      kernels.multiply(row, right, biases, toRow, from.width, last, columns);
    }
  };
}

/** For the kernel: 8 columns after 8 columns, each [depth][8]. */
function packed(weights: Float32Array, depth: number, columns: number): Float32Array {
  const result = new Float32Array(Math.ceil(columns / 8) * depth * 8);
  for (let column = 0; column < columns; column++)
    for (let k = 0; k < depth; k++)
      result[((column >> 3) * depth + k) * 8 + (column & 7)] = weights[column * depth + k] ?? 0;
  return result;
}

/** To whole groups of 8. */
function padded(values: Float32Array): Float32Array {
  const result = new Float32Array(Math.ceil(values.length / 8) * 8);
  result.set(values);
  return result;
}
