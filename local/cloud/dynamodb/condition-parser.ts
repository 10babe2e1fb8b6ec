/**
 * dynalite's parser of conditions reads the same place again for every possible rule: each parenthesis takes seven times as
 * long, and 126 bytes take 25 seconds. A cache of results makes it linear, as `pegjs --cache` would.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compileFunction } from "node:vm";

interface Parser {
  parse(text: string, options: object): unknown;
}

const require = createRequire(import.meta.url);

/** The rules that call one another. */
const rules = [
  "OrConditionExpression",
  "AndConditionExpression",
  "NotConditionExpression",
  "ParensConditionExpression",
  "ConditionExpression",
  "OperandParens",
  "Operand",
  "Function",
  "PathExpression",
  "GroupedPathExpression",
];

/** A path is cached as a copy, because the action of `Operand` changes the one that it gets. */
const cache = `
  const results = new Map();
  const copied = (result) => (Array.isArray(result) ? [...result] : result);
  function cached(rule, parse) {
    const key = rule + "@" + peg$currPos;
    let found = results.get(key);
    if (!found) {
      const result = parse();
      found = { result: copied(result), end: peg$currPos };
      results.set(key, found);
    }
    peg$currPos = found.end;
    return copied(found.result);
  }`;

/** To be called once, before anything is parsed. @throws Error when dynalite's parser is not the one this was written for */
export function cacheParsedConditions(): void {
  const file = require.resolve("dynalite/db/conditionParser");
  const source = rules.reduce(
    (text, rule) =>
      replaced(
        text,
        `function peg$parse${rule}() {`,
        `function peg$parse${rule}() { return cached("${rule}", peg$fresh${rule}); }\n  function peg$fresh${rule}() {`,
      ),
    readFileSync(file, "utf8"),
  );
  const start = "function peg$parse(input, options) {";
  const module = { exports: {} };
  compileFunction(replaced(source, start, start + cache), ["module"], { filename: file })(module);
  const parser: Parser = require("dynalite/db/conditionParser");
  Object.assign(parser, module.exports);
}

function replaced(text: string, what: string, by: string): string {
  if (text.split(what).length !== 2) throw new Error(`dynalite's parser has changed: ${what}`);
  return text.replace(what, () => by);
}
