/**
 * Event patterns, as the filters of event source mappings use them.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
import { escapeRegExp } from "../escape-reg-exp.ts";

export type Matches = (event: unknown) => boolean;

type Value = string | number | boolean | null | undefined;
type Test = (value: Value) => boolean;

/**
 * @param pattern e.g. `{ eventName: ["INSERT", { prefix: "MOD" }] }`
 * @throws Error for what it does not know, so that nothing passes (or stays away) by mistake
 */
export function compilePattern(pattern: unknown): Matches {
  if (!isRecord(pattern)) throw new Error("An event pattern is an object.");
  const members = Object.entries(pattern).map(([name, wanted]) =>
    name === "$or" ? compileAlternatives(wanted) : compileMember(name, wanted),
  );
  return (event) => members.every((matches) => matches(event));
}

function compileAlternatives(patterns: unknown): Matches {
  if (!Array.isArray(patterns)) throw new Error("$or takes a list of patterns.");
  const alternatives = patterns.map(compilePattern);
  return (event) => alternatives.some((matches) => matches(event));
}

function compileMember(name: string, wanted: unknown): Matches {
  if (!Array.isArray(wanted)) {
    const inside = compilePattern(wanted);
    // A list holds when one of its items does.
    return (event) => [member(event, name)].flat().some(inside);
  }
  const tests = wanted.map(compileTest);
  return (event) => {
    const found = member(event, name);
    const values = Array.isArray(found) ? found : [found];
    return values.some((value) => isLeaf(value) && tests.some((test) => test(value)));
  };
}

function compileTest(wanted: unknown): Test {
  if (!isRecord(wanted)) return (value) => value === wanted;
  const [[name, argument] = ["", undefined], ...others] = Object.entries(wanted);
  const compile = operators[name];
  if (!compile || others.length > 0) {
    throw new Error(`The embedded cloud does not know the pattern ${JSON.stringify(wanted)}.`);
  }
  return compile(argument);
}

const operators: Readonly<Record<string, (argument: unknown) => Test>> = {
  exists: (wanted) => (value) => (value !== undefined) === wanted,
  prefix: (wanted) => textTest(wanted, (text, start) => text.startsWith(start)),
  suffix: (wanted) => textTest(wanted, (text, end) => text.endsWith(end)),
  "equals-ignore-case": (wanted) =>
    textTest(wanted, (text, other) => text.toLowerCase() === other.toLowerCase()),
  wildcard: (wanted) => {
    const parts = String(wanted).split("*").map(escapeRegExp);
    const expression = new RegExp(`^${parts.join(".*")}$`, "s");
    return (value) => typeof value === "string" && expression.test(value);
  },
  numeric: compileRange,
  "anything-but": (wanted) => {
    const tests = (Array.isArray(wanted) ? wanted : [wanted]).map(compileTest);
    return (value) => value !== undefined && !tests.some((test) => test(value));
  },
};

/** `["string", …]`, or `{ "equals-ignore-case": "string" }` inside a prefix or suffix. */
function textTest(wanted: unknown, holds: (text: string, wanted: string) => boolean): Test {
  if (isRecord(wanted)) {
    const inner = wanted["equals-ignore-case"];
    if (typeof inner !== "string") throw new Error(`${JSON.stringify(wanted)} is no text.`);
    return (value) => typeof value === "string" && holds(value.toLowerCase(), inner.toLowerCase());
  }
  const texts = (Array.isArray(wanted) ? wanted : [wanted]).map(String);
  return (value) => typeof value === "string" && texts.some((text) => holds(value, text));
}

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  "=": (value, limit) => value === limit,
  "<": (value, limit) => value < limit,
  "<=": (value, limit) => value <= limit,
  ">": (value, limit) => value > limit,
  ">=": (value, limit) => value >= limit,
};

/** `[">", 0, "<=", 5]`. */
function compileRange(argument: unknown): Test {
  if (!Array.isArray(argument)) throw new Error("numeric takes a list.");
  const bounds = Array.from({ length: argument.length / 2 }, (_, index) => {
    const [sign, limit] = argument.slice(index * 2, index * 2 + 2);
    const compare = comparisons[sign];
    if (!compare) throw new Error(`The embedded cloud does not know numeric ${sign}.`);
    return (value: number) => compare(value, Number(limit));
  });
  return (value) => typeof value === "number" && bounds.every((holds) => holds(value));
}

function member(event: unknown, name: string): unknown {
  return isRecord(event) && Object.hasOwn(event, name) ? event[name] : undefined;
}

function isLeaf(value: unknown): value is Value {
  return value === null || typeof value !== "object";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
