/** Small changes of code that a good test notices. */
import { stripTypeScriptTypes } from "node:module";
import { type AnyNode, parse } from "acorn";
import { ancestor } from "acorn-walk";

export interface Mutation {
  /** From 1. */
  readonly line: number;
  /** In the file's text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

const operators: Readonly<Record<string, string>> = {
  ...{ "<": "<=", "<=": "<", ">": ">=", ">=": ">", "===": "!==", "!==": "===" },
  ...{ "+": "-", "-": "+", "*": "/", "/": "*", "%": "*" },
  ...{ "&&": "||", "||": "&&", "??": "&&" },
};

/**
 * @param source a module in TypeScript whose types can be stripped
 * @returns in the order of the text; two may change the same place
 */
export function mutationsOf(source: string): Mutation[] {
  // Stripping leaves blanks, so that every place stays where it was.
  const code = stripTypeScriptTypes(source, { mode: "strip" });
  const found: Mutation[] = [];
  const program = parse(code, { ecmaVersion: "latest", sourceType: "module", locations: true });
  const visit = (node: AnyNode, _: unknown, ancestors: AnyNode[]) => {
    if (ancestors.some(isLongList)) return;
    const change = changeOf(node, ancestors.at(-2), code);
    if (change) found.push({ line: code.slice(0, change.start).split("\n").length, ...change });
  };
  const kinds = ["BinaryExpression", "LogicalExpression", "UnaryExpression", "Literal"];
  const statements = ["IfStatement", "ConditionalExpression", "ExpressionStatement"];
  const each = [...kinds, ...statements, "ThrowStatement"].map((kind) => [kind, visit]);
  ancestor(program, Object.fromEntries(each));
  return found.sort((a, b) => a.start - b.start);
}

/** Many words are data that no test repeats. */
function isLongList(node: AnyNode): boolean {
  return node.type === "ArrayExpression" && node.elements.length >= 20;
}

type Change = Omit<Mutation, "line">;

function changeOf(node: AnyNode, parent: AnyNode | undefined, code: string): Change | undefined {
  const whole = { start: node.start, end: node.end };
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression": {
      const replacement = operators[node.operator];
      const start = code.indexOf(node.operator, node.left.end);
      return replacement && !joinsText(node)
        ? { start, end: start + node.operator.length, replacement }
        : undefined;
    }
    case "UnaryExpression":
      return node.operator === "!" ? { ...whole, end: node.start + 1, replacement: "" } : undefined;
    case "IfStatement":
    case "ConditionalExpression": {
      const { start, end } = node.test;
      return { start, end, replacement: `!(${code.slice(start, end)})` };
    }
    case "ExpressionStatement":
      return node.directive ? undefined : { ...whole, replacement: ";" };
    case "ThrowStatement":
      return { ...whole, replacement: ";" };
    case "Literal":
      return changeOfLiteral(node.value, parent, whole);
    default:
      return undefined;
  }
}

function changeOfLiteral(
  value: unknown,
  parent: AnyNode | undefined,
  whole: { readonly start: number; readonly end: number },
): Change | undefined {
  if (!parent || /^(Import|Export|ExpressionStatement|Property$)/.test(kindOf(parent, whole)))
    return undefined;
  if (typeof value === "number") return { ...whole, replacement: String(value + 1) };
  if (typeof value === "boolean") return { ...whole, replacement: String(!value) };
  return typeof value === "string" && value !== "" ? { ...whole, replacement: '""' } : undefined;
}

/** A property is of that kind only where the literal is its name. */
function kindOf(parent: AnyNode, { start }: { readonly start: number }): string {
  if (parent.type !== "Property") return parent.type;
  return parent.key.start === start ? "Property" : "PropertyValue";
}

/** «+» between texts has no counterpart. */
function joinsText(node: AnyNode): boolean {
  if (node.type !== "BinaryExpression" || node.operator !== "+") return false;
  return [node.left, node.right].some(
    (side) =>
      side.type === "TemplateLiteral" ||
      (side.type === "Literal" && typeof side.value === "string"),
  );
}
