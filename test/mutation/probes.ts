/** Which test files execute a place of the code: their number decides what a change of that place costs to try. */
import { stripTypeScriptTypes } from "node:module";
import { type AnyNode, parse } from "acorn";
import { ancestor } from "acorn-walk";

/** A place in a file's text, in UTF-16 units, and what its probe writes when it is executed. */
export interface Probe {
  readonly start: number;
  readonly id: number;
}

/** A file of the file system gets the ids, one a line. The same in a test, in a Lambda worker and, without effect, in a browser. */
function call(id: number, hits: string): string {
  const known = "(globalThis.mutationHits ??= new Set())";
  const write = `globalThis.process?.getBuiltinModule?.("node:fs").appendFileSync(${JSON.stringify(hits)}, "${id}\\n")`;
  return `(${known}.has(${id}) || (${known}.add(${id}), ${write}))`;
}

/**
 * @param source a module in TypeScript whose types can be stripped
 * @param hits the file that is written
 * @returns the module with a probe before the statement of each place, or in the arrow function whose body is no block. Where
 *   neither is near (a parameter's default, a field of a class) it stands farther outside: it says «executed» once too often.
 */
export function withProbes(source: string, probes: readonly Probe[], hits: string): string {
  const code = stripTypeScriptTypes(source, { mode: "strip" });
  const program = parse(code, { ecmaVersion: "latest", sourceType: "module" });
  const edits = probes.flatMap(({ start, id }) => {
    const place = placeOf(program, start);
    const probe = call(id, hits);
    return place.isStatement
      ? [{ at: place.start, text: `;${probe};`, order: 1 }]
      : [
          { at: place.start, text: `(${probe}, `, order: 1 },
          { at: place.end, text: ")", order: 0 },
        ];
  });
  edits.sort((a, b) => a.at - b.at || a.order - b.order);
  let [probed, from] = ["", 0];
  for (const { at, text } of edits) {
    probed += source.slice(from, at) + text;
    from = at;
  }
  return probed + source.slice(from);
}

/** The innermost statement of a list, or expression that is an arrow function's body, around a position. */
function placeOf(program: AnyNode, position: number) {
  let place = { start: program.start, end: program.end, isStatement: true };
  const consider = (node: AnyNode, isStatement: boolean) => {
    if (position < node.start || position >= node.end) return;
    if (node.end - node.start <= place.end - place.start)
      place = { start: node.start, end: node.end, isStatement };
  };
  const visit = (node: AnyNode) => {
    for (const child of statementsOf(node)) consider(child, true);
    if (node.type === "ArrowFunctionExpression" && node.body.type !== "BlockStatement")
      consider(node.body, false);
  };
  const kinds = ["Program", "BlockStatement", "StaticBlock", "SwitchCase"];
  const each = [...kinds, "ArrowFunctionExpression"].map((kind) => [kind, visit]);
  ancestor(program, Object.fromEntries(each));
  return place;
}

function statementsOf(node: AnyNode): readonly AnyNode[] {
  switch (node.type) {
    case "Program":
    case "BlockStatement":
    case "StaticBlock":
      return node.body;
    case "SwitchCase":
      return node.consequent;
    default:
      return [];
  }
}
