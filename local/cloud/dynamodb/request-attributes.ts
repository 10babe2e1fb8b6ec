/**
 * What a request on an item says about attributes, for the condition keys dynamodb:Attributes, dynamodb:Select and
 * dynamodb:ReturnValues.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
import type { Item } from "./attribute-value.ts";

/** An operand of an expression, as dynalite's parser leaves it: a path, a value, or a function of operands. */
type Operand = Path | { readonly args?: readonly Operand[] };
type Path = readonly [string, ...(string | number)[]];

/** A request after validation, which has parsed its expressions. */
export interface ParsedRequest {
  readonly Key?: Item;
  readonly Item?: Item;
  readonly ReturnValues?: string;
  readonly _updates?: { readonly sections: readonly { path: Path; val?: Operand }[] };
  readonly _condition?: { readonly pathHeads: Readonly<Record<string, true>> };
  readonly _projection?: { readonly paths: readonly Path[] };
}

/**
 * Condition keys of a request. A reading without a projection answers with all attributes and names only its key: AWS's examples
 * of policies that end at attributes refuse it by dynamodb:Select, a condition key of GetItem too (Service Authorization Reference).
 */
export function attributeContext(
  operation: string,
  request: ParsedRequest,
): Record<string, string | string[]> {
  const { ReturnValues, _projection } = request;
  const names = attributesOf(request);
  return {
    ...(names.length > 0 && { "dynamodb:Attributes": names }),
    ...(operation === "GetItem" && {
      "dynamodb:Select": _projection ? "SPECIFIC_ATTRIBUTES" : "ALL_ATTRIBUTES",
    }),
    ...(ReturnValues && { "dynamodb:ReturnValues": ReturnValues }),
  };
}

/** Top-level names, each once: of the key, of what is written, and of what conditions ask about. */
function attributesOf({ Key, Item, _updates, _condition, _projection }: ParsedRequest): string[] {
  const names = [
    ...Object.keys(Key ?? {}),
    ...Object.keys(Item ?? {}),
    ...(_updates?.sections ?? []).flatMap(({ path, val }) => [path[0], ...namesIn(val)]),
    ...Object.keys(_condition?.pathHeads ?? {}),
    ...(_projection?.paths ?? []).map(([name]) => name),
  ];
  return [...new Set(names)];
}

function namesIn(operand: Operand | undefined): string[] {
  if (!operand) return [];
  if (isPath(operand)) return [operand[0]];
  return (operand.args ?? []).flatMap(namesIn);
}

function isPath(operand: Operand): operand is Path {
  return Array.isArray(operand);
}
