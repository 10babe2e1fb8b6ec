/**
 * The features of CloudFront's JavaScript runtime 2.0. It is not V8: an unknown feature stops the function, and with it every
 * page. So a function that uses anything that its document does not list is refused here.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
import { type AnyNode, type Options, parse } from "acorn";
import { full } from "acorn-walk";

/** ES 5.1, and of later editions template literals, arrow functions, rest parameters, const, let, async and await. */
const syntax: ReadonlySet<string> = new Set(
  [
    "Program ExpressionStatement BlockStatement EmptyStatement ReturnStatement LabeledStatement BreakStatement",
    "ContinueStatement IfStatement SwitchStatement SwitchCase ThrowStatement TryStatement CatchClause WhileStatement",
    "DoWhileStatement ForStatement ForInStatement FunctionDeclaration FunctionExpression VariableDeclaration",
    "VariableDeclarator ThisExpression ArrayExpression ObjectExpression Property UnaryExpression UpdateExpression",
    "BinaryExpression AssignmentExpression LogicalExpression MemberExpression ConditionalExpression CallExpression",
    "NewExpression SequenceExpression Identifier Literal",
    "TemplateLiteral TemplateElement ArrowFunctionExpression RestElement AwaitExpression",
  ].flatMap((names) => names.split(" ")),
);

/** Newer syntax that acorn shows only as a property of those kinds of node. */
const newer: Readonly<Record<string, (node: never) => boolean>> = {
  LogicalExpression: ({ operator }: { operator: string }) => operator === "??",
  AssignmentExpression: ({ operator }: { operator: string }) => /^(&&|\|\||\?\?)=$/.test(operator),
  Property: (node: { shorthand: boolean; computed: boolean; method: boolean }) =>
    node.shorthand || node.computed || node.method,
  CatchClause: ({ param }: { param: unknown }) => param === null,
  Literal: ({ bigint, regex }: { bigint?: string; regex?: { flags: string; pattern: string } }) =>
    bigint !== undefined ||
    /[^gim]/.test(regex?.flags ?? "") ||
    /\(\?<[=!]/.test(regex?.pattern ?? ""),
  FunctionDeclaration: ({ generator }: { generator: boolean }) => generator,
  FunctionExpression: ({ generator }: { generator: boolean }) => generator,
};

const options = { ecmaVersion: "latest", sourceType: "script", locations: true } satisfies Options;

/** The one module there is; it must stand first ("Helper methods for key value stores", CloudFront Developer Guide). */
const moduleImport = /^import cf from ["']cloudfront["'];/;

export function importsModule(code: string): boolean {
  return moduleImport.test(code);
}

/** The code as a script, with all places where they were. */
export function asScript(code: string): string {
  return code.replace(moduleImport, (statement) => " ".repeat(statement.length));
}

/** @throws Error naming place and kind of the first thing the runtime does not have */
export function demandRuntime2(name: string, code: string): void {
  full(parse(asScript(code), options), (node: AnyNode) => {
    const isKnown = syntax.has(node.type) && !newer[node.type]?.(node as never);
    if (isKnown) return;
    const { line, column } = node.loc?.start ?? { line: 0, column: 0 };
    const text = code.slice(node.start, node.end).split("\n")[0];
    throw new Error(
      `CloudFront's runtime 2.0 has no ${node.type} like "${text}" (${name}, line ${line}, column ${column + 1}).`,
    );
  });
}

/** Names of built-in functions, by their object. All others are removed. */
const builtIns: Readonly<Record<string, string>> = {
  Object:
    "create defineProperties defineProperty freeze getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames getPrototypeOf isExtensible isFrozen isSealed keys preventExtensions seal assign is setPrototypeOf entries values",
  String: "fromCharCode fromCodePoint",
  "String.prototype":
    "charAt charCodeAt concat indexOf lastIndexOf localeCompare match replace search slice split substr substring toLowerCase toLocaleLowerCase toUpperCase toLocaleUpperCase toString trim valueOf codePointAt endsWith includes normalize repeat startsWith padStart padEnd trimStart trimEnd replaceAll",
  Array: "isArray of",
  "Array.prototype":
    "concat every filter forEach indexOf join lastIndexOf map pop push reduce reduceRight reverse shift slice some sort splice toString unshift copyWithin fill find findIndex includes",
};

/** JavaScript that removes all methods from a new V8 context that the runtime does not have. */
export const reduceToRuntime2: string = Object.entries(builtIns)
  .map(
    ([owner, names]) => `for (const name of Object.getOwnPropertyNames(${owner})) {
      const keeps = ["length", "name", "prototype", "constructor", ...${JSON.stringify(names.split(" "))}];
      if (!keeps.includes(name)) delete ${owner}[name];
    }`,
  )
  .reverse()
  .join("\n");
