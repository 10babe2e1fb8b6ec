/** Figures of source text, by the parser that vite brings: TypeScript 7 has none that programs may call. */
import { parseSync, Visitor } from "vite";

/** Where something was found: "shared/employee/nip.ts:33". */
interface Place {
  readonly place: string;
  readonly text: string;
}

/** @throws Error when the text does not parse: what cannot be read would count nothing */
function walk(file: string, source: string, visitor: ConstructorParameters<typeof Visitor>[0]) {
  const { program, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file} does not parse: ${errors[0].message}`);
  new Visitor(visitor).visit(program);
}

/** Every type assertion but `as const`: each is a claim that the compiler does not check. */
export function castsIn(file: string, source: string): Place[] {
  const found: Place[] = [];
  const add = ({ typeAnnotation, start, end }: Span & { readonly typeAnnotation: Span }) => {
    const asserted = source.slice(typeAnnotation.start, typeAnnotation.end);
    if (asserted !== "const") found.push(placeOf(file, source, { start, end }));
  };
  walk(file, source, { TSAsExpression: add, TSTypeAssertion: add });
  return found;
}

interface MeasuredFunction extends Place {
  /** From its first line to its last, both included; what is declared within it counts with it. */
  readonly lines: number;
  /** The comment right above it. */
  readonly comment: string;
}

/** Every function with a body: declarations, methods, arrows. */
export function functionsIn(file: string, source: string): MeasuredFunction[] {
  const found: MeasuredFunction[] = [];
  const add = (span: Span) => {
    const place = placeOf(file, source, span);
    const comment = commentAbove(source, span.start);
    found.push({ ...place, lines: place.text.split("\n").length, comment });
  };
  walk(file, source, {
    FunctionDeclaration: add,
    FunctionExpression: add,
    ArrowFunctionExpression: add,
  });
  return found;
}

/** The comment that ends right above the line of this place; "" when there is none. */
function commentAbove(source: string, start: number): string {
  const above = source.slice(0, start).split("\n").slice(0, -1);
  const code = above.findLastIndex((line) => !/^\s*(\/\/|\/?\*)/.test(line));
  return above.slice(code + 1).join("\n");
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function placeOf(file: string, source: string, { start, end }: Span): Place {
  const line = source.slice(0, start).split("\n").length;
  return { place: `${file}:${line}`, text: source.slice(start, end) };
}
