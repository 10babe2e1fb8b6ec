/** What operators ask of their tensors; each question has an answer or is a `WrongModel`. */
import { type Operator, sizeOf, type Tensor } from "./graph.ts";
import type { Layout } from "./network.ts";
import { WrongModel } from "./wrong-model.ts";

export interface Sides {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

export function inputOf({ inputs, kind }: Operator, i: number): number {
  const input = inputs[i];
  if (input === undefined) throw new WrongModel(`A ${kind} lacks an input.`);
  return input;
}

export function sidesOf({ shape }: Tensor): Sides {
  const [batch, height = 0, width = 0, channels = 0, ...others] = shape;
  if (batch !== 1 || channels === 0 || others.length > 0)
    throw new WrongModel(`${shape.join("x")} is not one picture.`);
  return { height, width, channels };
}

/** The weights of a tensor. @param count how many there must be */
export function weightsOf(layout: Layout, tensor: number, count: number): Float32Array {
  const { constant } = layout.tensor(tensor);
  if (!(constant instanceof Float32Array) || constant.length !== count)
    throw new WrongModel(`There are not ${count} weights.`);
  return constant;
}

/** The whole numbers of a tensor. @param count how many there must be */
export function numbersOf(layout: Layout, tensor: number, count: number): readonly number[] {
  const { constant } = layout.tensor(tensor);
  if (!(constant instanceof Int32Array) || constant.length !== count)
    throw new WrongModel(`There are not ${count} numbers.`);
  return [...constant];
}

/** A window that moves over a picture. */
export interface Window {
  readonly from: Sides;
  readonly to: Sides;
  readonly stride: number;
  /** Rows and columns of padding before the first ones. */
  readonly above: number;
  readonly before: number;
}

/** @param kernel its sides @throws WrongModel when the output is not as large as the window makes it */
export function windowOf(
  operator: Operator,
  layout: Layout,
  kernel: { readonly height: number; readonly width: number },
): Window {
  const { isSame, stride } = operator.settings;
  const from = sidesOf(layout.tensor(inputOf(operator, 0)));
  const to = sidesOf(layout.tensor(operator.output));
  const padding = (side: number, result: number, window: number) => {
    const wanted = Math.ceil((isSame ? side : side - window + 1) / stride);
    if (result !== wanted) throw new WrongModel(`A ${operator.kind} gives ${result} of ${wanted}.`);
    return isSame ? Math.floor(Math.max((result - 1) * stride + window - side, 0) / 2) : 0;
  };
  return {
    from,
    to,
    stride,
    above: padding(from.height, to.height, kernel.height),
    before: padding(from.width, to.width, kernel.width),
  };
}

/** The shape of a constant of four sides, as [first, height, width, last]. */
export function kernelOf(layout: Layout, tensor: number) {
  const { shape } = layout.tensor(tensor);
  const [first = 0, height = 0, width = 0, last = 0] = shape;
  if (shape.length !== 4) throw new WrongModel("Weights are not whole.");
  return {
    first,
    height,
    width,
    last,
    weights: weightsOf(layout, tensor, sizeOf({ shape, constant: undefined })),
  };
}
