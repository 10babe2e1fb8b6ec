/**
 * Makes WebAssembly of the text that `kernels.ts` is written in: folded S-expressions as in the specification's text format
 * (https://webassembly.github.io/spec/core/text), of which it knows what the kernels use. Two abbreviations are our own: `$x` stands
 * for `(local.get $x)` and a number for `(i32.const …)`. Compiled when it is loaded, so that no binary has to be kept or built.
 */

/** A word, or a list of words and lists. */
type Expression = string | readonly Expression[];
type Bytes = readonly number[];

/** Operators without immediates, but `lane=` for one of four: their bytes. SIMD ones are two: the prefix 0xfd and a LEB128 number. */
const operators: Readonly<Record<string, Bytes>> = {
  "i32.eqz": [0x45],
  "i32.ne": [0x47],
  "i32.lt_s": [0x48],
  "i32.gt_s": [0x4a],
  "i32.ge_s": [0x4e],
  "i32.ge_u": [0x4f],
  "i32.add": [0x6a],
  "i32.sub": [0x6b],
  "i32.mul": [0x6c],
  "i32.shl": [0x74],
  "i32.shr_u": [0x76],
  select: [0x1b],
  "f32.sqrt": [0x91],
  "f32.add": [0x92],
  "f32.sub": [0x93],
  "f32.mul": [0x94],
  "f32.div": [0x95],
  "f32.max": [0x97],
  "f32.convert_i32_s": [0xb2],
  "i32x4.splat": [0xfd, 0x11],
  "f32x4.splat": [0xfd, 0x13],
  "f32x4.extract_lane": [0xfd, 0x1f],
  "f32x4.convert_i32x4_s": [0xfd, 0xfa, 0x01],
  "f32x4.add": [0xfd, 0xe4, 0x01],
  "f32x4.sub": [0xfd, 0xe5, 0x01],
  "f32x4.mul": [0xfd, 0xe6, 0x01],
  "f32x4.div": [0xfd, 0xe7, 0x01],
  "f32x4.min": [0xfd, 0xe8, 0x01],
  "f32x4.max": [0xfd, 0xe9, 0x01],
};
/** Operators on memory, with the power of two that their places are multiples of: 4 bytes, as floats are, or less. `offset=` may follow them. */
const accesses: Readonly<Record<string, Bytes>> = {
  "i32.load": [0x28, 2],
  "i32.load8_u": [0x2d, 0],
  "i32.load16_u": [0x2f, 1],
  "i32.store16": [0x3b, 1],
  "f32.load": [0x2a, 2],
  "f32.store": [0x38, 2],
  "v128.load": [0xfd, 0x00, 2],
  "v128.load32_splat": [0xfd, 0x09, 2],
  "v128.store": [0xfd, 0x0b, 2],
};
const types: Readonly<Record<string, number>> = { i32: 0x7f, f32: 0x7d, v128: 0x7b };

interface Function {
  readonly name: string;
  readonly parameters: Bytes;
  readonly locals: Bytes;
  readonly code: Bytes;
}

/** A module that takes its memory as `host.memory` and gives every function of the text under its name. @throws Error on what it does not know */
export function assemble(text: string): Uint8Array<ArrayBuffer> {
  const functions = parse(text).map(compile);
  const section = (id: number, items: readonly Bytes[]) => [id, ...sized(vector(items))];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      functions.map(({ parameters }) => [0x60, ...vector(parameters.map((type) => [type])), 0]),
    ),
    ...section(2, [[...name("host"), ...name("memory"), 0x02, 0x00, 0x01]]),
    ...section(
      3,
      functions.map((_, i) => unsigned(i)),
    ),
    ...section(
      7,
      functions.map((made, i) => [...name(made.name), 0x00, ...unsigned(i)]),
    ),
    ...section(
      10,
      functions.map(({ locals, code }) =>
        sized([...vector(locals.map((type) => [1, type])), ...code, 0x0b]),
      ),
    ),
  ]);
}

function parse(text: string): Expression[] {
  const open: Expression[][] = [[]];
  for (const [word] of text.replaceAll(/;;.*/g, "").matchAll(/[()]|[^()\s]+/g)) {
    const list = open.at(-1);
    if (word === "(") open.push([]);
    else if (word !== ")") list?.push(word);
    else open.at(-2)?.push(open.pop() ?? []);
  }
  const [whole] = open;
  if (open.length !== 1 || !whole) throw new Error("The parentheses do not match.");
  return whole;
}

/** `(func $name (param $a i32)… (local $b v128)… instructions…)` */
function compile(source: Expression): Function {
  const [keyword, id, ...rest] = listOf(source);
  if (keyword !== "func" || typeof id !== "string") throw new Error("Not a function.");
  const declared = (kind: string) => rest.filter((part) => Array.isArray(part) && part[0] === kind);
  const [parameters, locals] = [declared("param"), declared("local")];
  const slots = [...parameters, ...locals].map((part) => String(part[1]));
  const typeOf = (part: Expression) => found(types, String(part[2]));
  const body = rest.slice(parameters.length + locals.length);
  return {
    name: id.slice(1),
    parameters: parameters.map(typeOf),
    locals: locals.map(typeOf),
    code: body.flatMap((part) => instruction(part, { slots, labels: [] })),
  };
}

interface Scope {
  /** Names of parameters and locals in their order. */
  readonly slots: readonly string[];
  /** Names of the blocks around, the innermost first. */
  readonly labels: readonly string[];
}

function instruction(source: Expression, scope: Scope): Bytes {
  if (typeof source === "string")
    return source.startsWith("$")
      ? [0x20, ...unsigned(index(scope.slots, source))]
      : [0x41, ...signed(Number(source))];
  const [word, ...rest] = source;
  if (typeof word !== "string") throw new Error("An instruction has no name.");
  const inner = (parts: readonly Expression[], labels = scope.labels) =>
    parts.flatMap((part) => instruction(part, { ...scope, labels }));
  const [first = "", ...others] = rest;
  switch (word) {
    case "local.set":
      return [...inner(others), 0x21, ...unsigned(index(scope.slots, String(first)))];
    case "block":
    case "loop":
      return [
        word === "loop" ? 0x03 : 0x02,
        0x40,
        ...inner(others, [String(first), ...scope.labels]),
        0x0b,
      ];
    case "br":
    case "br_if":
      return [
        ...inner(others),
        word === "br" ? 0x0c : 0x0d,
        ...unsigned(index(scope.labels, String(first))),
      ];
  }
  if (typeof first === "string" && first.startsWith("lane="))
    return [...inner(others), ...found(operators, word), Number(first.slice("lane=".length))];
  const access = accesses[word];
  if (!access) return [...inner(rest), ...found(operators, word)];
  const hasOffset = typeof first === "string" && first.startsWith("offset=");
  const offset = hasOffset ? Number(first.slice("offset=".length)) : 0;
  return [...inner(hasOffset ? others : rest), ...access, ...unsigned(offset)];
}

function listOf(source: Expression): readonly Expression[] {
  return typeof source === "string" ? [source] : source;
}

function found<T>(table: Readonly<Record<string, T>>, word: string): T {
  const entry = table[word];
  if (entry === undefined) throw new Error(`${word} is not known.`);
  return entry;
}

function index(names: readonly string[], wanted: string): number {
  const at = names.indexOf(wanted);
  if (at < 0) throw new Error(`${wanted} is not known.`);
  return at;
}

function vector(items: readonly Bytes[]): Bytes {
  return [...unsigned(items.length), ...items.flat()];
}

function sized(bytes: Bytes): Bytes {
  return [...unsigned(bytes.length), ...bytes];
}

function name(text: string): Bytes {
  return sized([...new TextEncoder().encode(text)]);
}

/** LEB128. */
function unsigned(value: number): Bytes {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): Bytes {
  const rest = value >> 7;
  const isLast = rest === 0 ? (value & 64) === 0 : rest === -1 && (value & 64) !== 0;
  return isLast ? [value & 127] : [(value & 127) | 128, ...signed(rest)];
}
