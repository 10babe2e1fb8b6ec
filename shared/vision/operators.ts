/** One step for each operator of our models. Pictures are [1, height, width, channels]. Shapes are checked here, so that no step writes outside. */
import { convolution, depthwise, doubling, pool } from "./convolutions.ts";
import { type Operator, sizeOf } from "./graph.ts";
import type { Layout, Step } from "./network.ts";
import { inputOf, numbersOf, sidesOf, weightsOf } from "./tensors.ts";
import { WrongModel } from "./wrong-model.ts";

export function stepOf(operator: Operator, layout: Layout): Step {
  switch (operator.kind) {
    case "convolution":
      return convolution(operator, layout);
    case "depthwise":
      return depthwise(operator, layout);
    case "double":
      return doubling(operator, layout);
    case "max-pool":
    case "average-pool":
      return pool(operator, layout);
    case "add":
      return add(operator, layout);
    case "multiply":
      return multiply(operator, layout);
    case "relu":
    case "prelu":
      return slope(operator, layout);
    case "hard-swish":
      return hardSwish(operator, layout);
    case "logistic":
      return logistic(operator, layout);
    case "pad":
      return pad(operator, layout);
    case "concatenation":
      return concatenation(operator, layout);
    case "resize-bilinear":
      return resize(operator, layout);
    case "reshape":
    case "dequantize":
      throw new WrongModel(`A ${operator.kind} computes nothing.`);
  }
}

function add(operator: Operator, layout: Layout): Step {
  const [one, other] = [inputOf(operator, 0), inputOf(operator, 1)];
  const count = sameSize(layout, one, other, operator.output);
  const places = [one, other, operator.output].map((tensor) => layout.placeOf(tensor));
  return ({ kernels }) => kernels.add(...places, count);
}

/** Every place of a picture times one factor for each channel. */
function multiply(operator: Operator, layout: Layout): Step {
  const [picture, factors] = [inputOf(operator, 0), inputOf(operator, 1)];
  const count = sameSize(layout, picture, operator.output);
  const { channels } = sidesOf(layout.tensor(picture));
  if (sizeOf(layout.tensor(factors)) !== channels) throw new WrongModel("Factors do not fit.");
  const places = [picture, factors, operator.output].map((tensor) => layout.placeOf(tensor));
  return ({ kernels }) => kernels.scale(...places, count / channels, channels);
}

/** Below zero a RELU is flat; a PRELU has a slope of its own for each channel. */
function slope(operator: Operator, layout: Layout): Step {
  const count = sameSize(layout, inputOf(operator, 0), operator.output);
  const { channels } = sidesOf(layout.tensor(operator.output));
  const slopes =
    operator.kind === "relu"
      ? new Float32Array(channels)
      : weightsOf(layout, inputOf(operator, 1), channels);
  const places = [
    layout.placeOf(inputOf(operator, 0)),
    layout.keep(slopes),
    layout.placeOf(operator.output),
  ];
  return ({ kernels }) => kernels.slope(...places, count / channels, channels);
}

function hardSwish(operator: Operator, layout: Layout): Step {
  const count = sameSize(layout, inputOf(operator, 0), operator.output);
  const [from, to] = [layout.placeOf(inputOf(operator, 0)), layout.placeOf(operator.output)];
  return ({ kernels }) => kernels.hardSwish(from, to, count);
}

function logistic(operator: Operator, layout: Layout): Step {
  const count = sameSize(layout, inputOf(operator, 0), operator.output);
  const from = layout.placeOf(inputOf(operator, 0)) / 4;
  const to = layout.placeOf(operator.output) / 4;
  return ({ floats }) => {
    for (let i = 0; i < count; i++) floats[to + i] = 1 / (1 + Math.exp(-(floats[from + i] ?? 0)));
  };
}

/** Zeros around a picture, or more channels of zeros. */
function pad(operator: Operator, layout: Layout): Step {
  const input = inputOf(operator, 0);
  const from = sidesOf(layout.tensor(input));
  const to = sidesOf(layout.tensor(operator.output));
  const around = numbersOf(layout, inputOf(operator, 1), 8);
  const [, , above = 0, below = 0, before = 0, after = 0, first = 0, last = 0] = around;
  const isRight =
    around.every((zeros, i) => zeros >= 0 && (i > 1 || zeros === 0)) &&
    to.height === above + from.height + below &&
    to.width === before + from.width + after &&
    to.channels === first + from.channels + last;
  if (!isRight) throw new WrongModel("Padding does not fit.");
  const [source, target] = [layout.placeOf(input) / 4, layout.placeOf(operator.output) / 4];
  return ({ floats }) => {
    floats.fill(0, target, target + to.height * to.width * to.channels);
    // What lies side by side in both is copied at once: a row, or a pixel that gets more channels.
    const step = from.channels === to.channels ? from.width : 1;
    for (let y = 0; y < from.height; y++)
      for (let x = 0; x < from.width; x += step) {
        const start = source + (y * from.width + x) * from.channels;
        const place = (y + above) * to.width + x + before;
        floats.copyWithin(
          target + place * to.channels + first,
          start,
          start + step * from.channels,
        );
      }
  };
}

/** One list behind the other. */
function concatenation({ inputs, output, settings }: Operator, layout: Layout): Step {
  const { shape } = layout.tensor(output);
  const sizes = inputs.map((tensor) => sizeOf(layout.tensor(tensor)));
  const isWhole = sizes.reduce((sum, size) => sum + size, 0) === sizeOf(layout.tensor(output));
  if (!isWhole || shape.slice(0, settings.axis).some((side) => side !== 1))
    throw new WrongModel("Lists are not whole.");
  const starts = inputs.map((tensor) => layout.placeOf(tensor) / 4);
  const to = layout.placeOf(output) / 4;
  return ({ floats }) => {
    let at = to;
    starts.forEach((start, i) => {
      floats.copyWithin(at, start, start + (sizes[i] ?? 0));
      at += sizes[i] ?? 0;
    });
  };
}

/** Enlarges a picture, whose pixels are squares with their value in the middle. */
function resize(operator: Operator, layout: Layout): Step {
  const input = inputOf(operator, 0);
  const from = sidesOf(layout.tensor(input));
  const to = sidesOf(layout.tensor(operator.output));
  if (from.channels !== to.channels) throw new WrongModel("A picture changes its channels.");
  const [source, target] = [layout.placeOf(input), layout.placeOf(operator.output)];
  const rows = between(from.height, to.height);
  const shares = layout.keep(Float32Array.from(rows, ({ share }) => share));
  const columns = layout.keep(columnsOf(between(from.width, to.width), 4 * from.channels));
  const [rowBytes, toRowBytes] = [4 * from.width * from.channels, 4 * to.width * to.channels];
  return ({ kernels }) => {
    rows.forEach(({ low, high }, y) => {
      const [above, below] = [source + low * rowBytes, source + high * rowBytes];
      const toRow = target + y * toRowBytes;
      kernels.between(above, below, shares + 4 * y, columns, toRow, to.width, to.channels);
    });
  };
}

interface Between {
  readonly low: number;
  readonly high: number;
  readonly share: number;
}

/** For each new place the two old ones that it lies between, and how near it is to the second. */
function between(from: number, to: number): Between[] {
  return Array.from({ length: to }, (_, i) => {
    const at = Math.max(((i + 0.5) * from) / to - 0.5, 0);
    const low = Math.min(Math.floor(at), from - 1);
    return { low, high: Math.min(low + 1, from - 1), share: at - low };
  });
}

/** As the kernel reads them: two whole numbers and a share each. */
function columnsOf(all: readonly Between[], bytes: number): Float32Array {
  const floats = new Float32Array(3 * all.length);
  const whole = new Int32Array(floats.buffer);
  all.forEach(({ low, high, share }, i) => {
    whole.set([low * bytes, high * bytes], 3 * i);
    floats[3 * i + 2] = share;
  });
  return floats;
}

/** @returns the size that all of them have */
function sameSize(layout: Layout, ...tensors: readonly number[]): number {
  const [size = 0, ...others] = tensors.map((tensor) => sizeOf(layout.tensor(tensor)));
  if (others.some((other) => other !== size)) throw new WrongModel("Sizes do not fit.");
  return size;
}
