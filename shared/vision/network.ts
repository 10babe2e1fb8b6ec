/** Runs a network in memory of its own. The same code in functions, pages and workers. */
import { type Graph, type Operator, readGraph, sizeOf, type Tensor } from "./graph.ts";
import { type Kernels, loadKernels, slack } from "./kernels.ts";
import { stepOf } from "./operators.ts";
import { placesOf, type Span } from "./places.ts";
import { WrongModel } from "./wrong-model.ts";

export interface Network {
  /** [1, height, width, channels]. */
  readonly inputShape: readonly number[];
  /** To be filled before each run, channel after channel, row by row. */
  readonly input: Float32Array;
  /** @returns the outputs in the file's order; they are only good until the next run */
  run(): readonly Float32Array[];
}

/** What a step works on. */
interface Machine {
  readonly floats: Float32Array;
  readonly kernels: Kernels;
  /** Bytes: where a step may write what is needed only within it. */
  readonly scratch: number;
}
export type Step = (machine: Machine) => void;

/** What an operator may ask while its step is made. Places are in bytes. */
export interface Layout {
  tensor(number: number): Tensor;
  placeOf(number: number): number;
  /** Puts weights behind all others, with zeros after them. @returns their place */
  keep(weights: Float32Array): number;
  /** Says how many floats of scratch memory it needs. */
  needScratch(floats: number): void;
}

/** @throws WrongModel when the file is not a model that we can run; Error when there is no WebAssembly with SIMD */
export async function loadNetwork(file: Uint8Array): Promise<Network> {
  const graph = withoutCopies(readGraph(file));
  const { places, total } = placesOf(spansOf(graph));
  const plan = new Plan(graph, places, total);
  const steps = graph.operators.map((operator) => stepOf(operator, plan));
  const { kernels, memory } = loadKernels(plan.bytes);
  const floats = new Float32Array(memory);
  for (const { at, weights } of plan.kept) floats.set(weights, at / 4);
  const machine = { floats, kernels, scratch: plan.scratch };
  const view = (number: number) => {
    const start = plan.placeOf(number) / 4;
    return floats.subarray(start, start + sizeOf(plan.tensor(number)));
  };
  const outputs = graph.outputs.map(view);
  return {
    inputShape: plan.tensor(graph.input).shape,
    input: view(graph.input),
    run() {
      for (const step of steps) step(machine);
      return outputs;
    },
  };
}

/** Reshaping changes no number, and weights are unpacked when they are read: what these would give is what they take. */
function withoutCopies(graph: Graph): Graph {
  const sameAs = new Map<number, number>();
  const origin = (tensor: number) => sameAs.get(tensor) ?? tensor;
  const operators: Operator[] = [];
  for (const operator of graph.operators) {
    const inputs = operator.inputs.map(origin);
    const [from = -1] = inputs;
    if (operator.kind === "reshape" || operator.kind === "dequantize")
      sameAs.set(operator.output, from);
    else operators.push({ ...operator, inputs });
  }
  return { ...graph, operators, outputs: graph.outputs.map(origin) };
}

function spansOf({ tensors, operators, input, outputs }: Graph): Map<number, Span> {
  const end = operators.length;
  const spans = new Map<number, Span>();
  const need = (number: number, step: number) => {
    const tensor = tensors[number];
    if (!tensor || tensor.constant) return;
    const { from } = spans.get(number) ?? { from: step };
    spans.set(number, { size: roomFor(sizeOf(tensor)), from, until: step });
  };
  need(input, 0);
  operators.forEach(({ inputs, output }, step) => {
    for (const number of [...inputs, output]) need(number, step);
  });
  // The input stays as it was filled; outputs are read after the end.
  for (const number of [input, ...outputs]) need(number, end);
  return spans;
}

/** Bytes for so many floats, in whole groups of four, with what kernels may write behind them. */
function roomFor(floats: number): number {
  return (Math.ceil(floats / 4) * 4 + slack) * 4;
}

class Plan implements Layout {
  readonly kept: { readonly at: number; readonly weights: Float32Array }[] = [];
  readonly #graph: Graph;
  readonly #places: ReadonlyMap<number, number>;
  #end: number;
  #scratchBytes = 0;

  constructor(graph: Graph, places: ReadonlyMap<number, number>, end: number) {
    this.#graph = graph;
    this.#places = places;
    this.#end = end;
  }

  tensor(number: number): Tensor {
    const tensor = this.#graph.tensors[number];
    if (!tensor) throw new WrongModel("An operator lacks a tensor.");
    return tensor;
  }

  placeOf(number: number): number {
    const place = this.#places.get(number);
    if (place === undefined) throw new WrongModel("A tensor has no place.");
    return place;
  }

  keep(weights: Float32Array): number {
    const at = this.#end;
    this.kept.push({ at, weights });
    this.#end += roomFor(weights.length);
    return at;
  }

  needScratch(floats: number): void {
    this.#scratchBytes = Math.max(this.#scratchBytes, roomFor(floats));
  }

  /** Known when all steps are made. */
  get scratch(): number {
    return this.#end;
  }

  get bytes(): number {
    return this.#end + this.#scratchBytes;
  }
}
