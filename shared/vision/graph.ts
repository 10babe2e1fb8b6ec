/** The network that a TFLite file describes: tensors, and operators from some of them to others. */
import { FlatFields } from "./flat-fields.ts";
import { WrongModel } from "./wrong-model.ts";

export interface Tensor {
  readonly shape: readonly number[];
  /** What the file holds of it: weights, or a list of numbers that an operator asks for. */
  readonly constant: Float32Array | Int32Array | undefined;
}

export interface Operator {
  readonly kind: OperatorKind;
  readonly inputs: readonly number[];
  readonly output: number;
  readonly settings: Settings;
}

/** What an operator is told beside its tensors. */
interface Settings {
  /** As much padding as gives every place of the output the middle of its window. */
  readonly isSame: boolean;
  readonly stride: number;
  readonly axis: number;
}

export interface Graph {
  readonly tensors: readonly Tensor[];
  readonly operators: readonly Operator[];
  readonly input: number;
  readonly outputs: readonly number[];
}

/** Builtin operators by their number in TensorFlow's `schema.fbs`; 32 are others, by name. */
const kinds = {
  0: "add",
  1: "average-pool",
  2: "concatenation",
  3: "convolution",
  4: "depthwise",
  6: "dequantize",
  14: "logistic",
  17: "max-pool",
  18: "multiply",
  19: "relu",
  22: "reshape",
  23: "resize-bilinear",
  34: "pad",
  54: "prelu",
  117: "hard-swish",
} as const;
const customKinds = { Convolution2DTransposeBias: "double" } as const;
type OperatorKind =
  | (typeof kinds)[keyof typeof kinds]
  | (typeof customKinds)[keyof typeof customKinds];

/** @throws WrongModel when the file is damaged, or holds what our models do not */
export function readGraph(file: Uint8Array): Graph {
  try {
    return graphOf(FlatFields.root(file));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new WrongModel("An offset leads outside.", { cause: error });
  }
}

/** Numbers of fields are those of `schema.fbs`: Model, SubGraph, Tensor, Operator. */
function graphOf(model: FlatFields): Graph {
  const codes = model.tables(1).map(kindOf);
  const buffers = model.tables(4).map((buffer) => buffer.bytes(0));
  const [network] = model.tables(2);
  if (!network) throw new WrongModel("It has no network.");
  const tensors = network.tables(0).map((tensor) => tensorOf(tensor, buffers));
  const [input = -1, ...others] = network.int32s(1);
  const graph = {
    tensors,
    operators: network.tables(3).map((operator) => operatorOf(operator, codes)),
    input,
    outputs: network.int32s(2),
  };
  if (others.length > 0) throw new WrongModel("It has more than one input.");
  const named = [
    input,
    ...graph.outputs,
    ...graph.operators.flatMap((op) => [...op.inputs, op.output]),
  ];
  if (!named.every((tensor) => tensors[tensor])) throw new WrongModel("A tensor is missing.");
  return graph;
}

function kindOf(code: FlatFields): OperatorKind {
  // Both hold the number: the first one is the older, of one byte.
  const number = Math.max(code.int8(0), code.int32(3));
  const name = number === 32 ? code.text(1) : String(number);
  const kind = Object.entries({ ...kinds, ...customKinds }).find(([key]) => key === name)?.[1];
  if (!kind) throw new WrongModel(`Operator ${name} is not one of ours.`);
  return kind;
}

function operatorOf(operator: FlatFields, kinds: readonly OperatorKind[]): Operator {
  const kind = kinds[operator.int32(0)];
  const [output, ...others] = operator.int32s(2);
  if (!kind || output === undefined || others.length > 0)
    throw new WrongModel("An operator is not whole.");
  if (kind === "double") checkDoubling(operator.bytes(5));
  const settings = operator.table(4);
  return {
    kind,
    inputs: operator.int32s(1),
    output,
    settings: settings ? settingsOf(kind, settings) : noSettings,
  };
}

const noSettings: Settings = { isSame: false, stride: 1, axis: 0 };

/** @throws WrongModel when a setting is one that our models do not have, and no operator here knows */
function settingsOf(kind: OperatorKind, settings: FlatFields): Settings {
  const [stride, other] = [settings.int32(1), settings.int32(2)];
  const window = { ...noSettings, isSame: settings.int8(0) === 0, stride };
  const dilates = (first: number) =>
    settings.int32(first, 1) !== 1 || settings.int32(first + 1, 1) !== 1;
  const known = (isKnown: boolean, result: Settings) => {
    if (!isKnown) throw new WrongModel(`A ${kind} has settings that are not ours.`);
    return result;
  };
  switch (kind) {
    case "convolution":
      return known(stride === other && settings.int8(3) === 0 && !dilates(4), window);
    case "depthwise":
      return known(
        stride === other && settings.int32(3) === 1 && settings.int8(4) === 0 && !dilates(5),
        window,
      );
    case "average-pool":
    case "max-pool":
      return known(
        [other, settings.int32(3), settings.int32(4)].every((side) => side === stride) &&
          settings.int8(5) === 0,
        window,
      );
    case "add":
    case "multiply":
      return known(settings.int8(0) === 0, noSettings);
    case "concatenation":
      return known(settings.int8(1) === 0, { ...noSettings, axis: settings.int32(0) });
    case "resize-bilinear":
      return known(settings.int8(2) === 0 && settings.int8(3) === 1, noSettings);
    default:
      return noSettings;
  }
}

/** TensorFlow's `TfLitePaddingParams` of a transposed convolution: padding, strides. Only the doubling of both sides is ours. */
function checkDoubling(options: Uint8Array): void {
  const isDoubling = options.length >= 12 && options[4] === 2 && options[8] === 2;
  if (!isDoubling) throw new WrongModel("Sides are not doubled.");
}

function tensorOf(tensor: FlatFields, buffers: readonly Uint8Array[]): Tensor {
  const shape = tensor.int32s(0);
  const bytes = buffers[tensor.int32(2)];
  if (!bytes || shape.some((side) => side < 1)) throw new WrongModel("A tensor has no size.");
  return { shape, constant: bytes.length > 0 ? numbersOf(tensor.int8(1), bytes) : undefined };
}

/** Copied, because a file's numbers need not begin where a typed array may. */
function numbersOf(type: number, bytes: Uint8Array): Float32Array | Int32Array {
  const copy = Uint8Array.from(bytes).buffer;
  switch (type) {
    case 0:
      return new Float32Array(copy);
    case 1:
      return fromHalves(new Uint16Array(copy));
    case 2:
      return new Int32Array(copy);
    default:
      throw new WrongModel(`Numbers of type ${type} are not ours.`);
  }
}

/** Half-precision floats of IEEE 754 as single ones: the exponent counts from 127 instead of 15, the fraction has 13 bits more. */
function fromHalves(halves: Uint16Array): Float32Array {
  const singles = new Float32Array(halves.length);
  const bits = new Uint32Array(singles.buffer);
  halves.forEach((half, i) => {
    const sign = (half & 0x8000) << 16;
    const [exponent, fraction] = [(half >> 10) & 31, half & 1023];
    if (exponent === 31) throw new WrongModel("A weight is not finite.");
    if (exponent > 0) bits[i] = sign | ((exponent + 112) << 23) | (fraction << 13);
    else singles[i] = (sign ? -fraction : fraction) / 2 ** 24;
  });
  return singles;
}

/** How many numbers a tensor of this shape has. */
export function sizeOf({ shape }: Tensor): number {
  return shape.reduce((product, side) => product * side, 1);
}
