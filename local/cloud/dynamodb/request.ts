/** Reads requests: with AWS's validation, and without ignoring an unknown parameter. */
import { AwsError } from "../kernel/service.ts";
import {
  type DynaliteError,
  type ValidatedOperation,
  validation,
  validations,
} from "./dynalite.ts";
import { refuseBeyondLimits } from "./request-limits.ts";
import { invalid } from "./table.ts";

/** dynalite's validation measures some items itself; item-rules.ts does it exactly. */
const store = { options: { maxItemSize: Number.POSITIVE_INFINITY } };

/**
 * Checks a request against the operation's model and parses its expressions.
 * @returns the request as dynalite's operations take it
 * @throws AwsError ValidationException; also for a parameter, at any depth, that the embedded cloud does not know
 */
export function validated<T extends object>(operation: ValidatedOperation, request: T): T {
  refuseBeyondLimits(request);
  const asked = structuredClone(request);
  const { types, custom } = validation(operation);
  try {
    const known = validations.checkTypes(request, types);
    validations.checkValidations(known, types, custom, store);
    refuseUnknown(operation, asked, known);
    return known as T;
  } catch (error) {
    throw awsError(error);
  }
}

/** For operations dynalite does not have. @throws AwsError for a parameter that is not in the list */
export function onlyKnown(operation: string, request: object, known: readonly string[]): void {
  for (const [name, value] of Object.entries(request)) {
    if (value !== null && !known.includes(name)) throw unsupported(operation, name);
  }
}

/** Statistics of item collections are not kept. @throws AwsError when they are asked for */
export function refuseMetrics(
  operation: string,
  { ReturnItemCollectionMetrics: asked }: { readonly ReturnItemCollectionMetrics?: string },
): void {
  if (asked === "SIZE") throw unsupported(operation, "ReturnItemCollectionMetrics SIZE");
}

function unsupported(operation: string, parameter: string): AwsError {
  const message = `The embedded cloud does not know the parameter ${parameter} of dynamodb:${operation}.`;
  console.error(message);
  return invalid(message);
}

/** dynalite removes unknown members, so a member that is gone was unknown. */
function refuseUnknown(operation: string, asked: unknown, known: unknown, path = ""): void {
  if (typeof asked !== "object" || asked === null) return;
  for (const [name, value] of Object.entries(asked)) {
    if (value === null) continue;
    const at = path ? `${path}.${name}` : name;
    if (typeof known !== "object" || known === null || !(name in known)) {
      throw unsupported(operation, at);
    }
    refuseUnknown(operation, value, Reflect.get(known, name), at);
  }
}

/** Converts dynalite's errors to those of the kernel. Other errors stay as they are. */
export function awsError(error: unknown): unknown {
  if (typeof error !== "object" || error === null || !("body" in error)) return error;
  const { __type, message, Message } = (error as DynaliteError).body;
  return new AwsError(__type.replace(/^.*#/, ""), message ?? Message ?? "");
}
