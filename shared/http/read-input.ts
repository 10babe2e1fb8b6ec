import type * as z from "zod";
import { fieldCodes } from "#shared/runtime/codes.ts";
import {
  ExpectedError,
  type FieldProblem,
  InvalidInput,
  NotFound,
} from "#shared/runtime/errors.ts";
import { isText } from "#shared/runtime/visible-text.ts";
import type { HttpRequest } from "./http-request.ts";

/** Bytes. The largest body of our routes names 500 marked people, 17 KB; files never pass through an API. */
const maxBodyBytes = 32 * 1024;
/** How deep objects and lists may be nested. The deepest body of our routes has 2. */
const maxBodyDepth = 5;

class BodyTooLarge extends ExpectedError {
  readonly code = "body-too-large";
  readonly status = 413;
}

/** @throws BodyTooLarge */
export function checkBodySize(request: HttpRequest): void {
  if (request.bodyBytes.byteLength > maxBodyBytes) throw new BodyTooLarge("body too large");
}

/**
 * The JSON body in the shape of `schema`, which is strict: unknown fields are refused.
 * A message given in the schema is the problem's code: `z.string({ error: "reason-missing" })`.
 * @throws InvalidInput with one problem per field; the problem never repeats what was sent
 */
export function readBody<T>(request: HttpRequest, schema: z.ZodType<T>): T {
  return typed(bodyOf(request), schema);
}

/** The fields of a form that a browser sent without a script. Of two with one name the last counts. @throws InvalidInput */
export function readForm<T>(request: HttpRequest, schema: z.ZodType<T>): T {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.header("content-type") ?? ""))
    throw malformed();
  const fields = new URLSearchParams(request.bodyBytes.toString("utf8"));
  return typed(Object.fromEntries(fields), schema);
}

/** The query string in the shape of `schema`. @throws InvalidInput */
export function readQuery<T>(request: HttpRequest, schema: z.ZodType<T>): T {
  return parse({ ...request.query }, schema, "query");
}

/** The values of the names in a route's path. @throws NotFound when one cannot be an id */
export function readParams<T>(segments: Readonly<Record<string, string>>, schema: z.ZodType<T>): T {
  const result = schema.safeParse(segments);
  if (!result.success) throw new NotFound("no such path");
  return result.data;
}

/** What may be stored: whatever its kind reads of it, no field has a character that no text can have. */
function typed<T>(value: unknown, schema: z.ZodType<T>): T {
  const read = parse(value, schema, "body");
  // A strict schema knows the names of the outermost fields; what is named inside is not repeated.
  const problems = Object.entries(Object(value))
    .filter(([, child]) => !isAllText(child))
    .map(([field]): FieldProblem => ({ field, code: "characters-hidden" }));
  if (problems.length > 0) throw new InvalidInput(...problems);
  return read;
}

/** Names inside count as well. A body is at most `maxBodyDepth` deep. */
function isAllText(value: unknown): boolean {
  if (typeof value === "string") return isText(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, child]) => isText(name) && isAllText(child));
}

function parse<T>(value: unknown, schema: z.ZodType<T>, whole: string): T {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new InvalidInput(...result.error.issues.map((issue) => toFieldProblem(issue, whole)));
}

function bodyOf(request: HttpRequest): unknown {
  // Only a script of our pages can send this type. A form of another site cannot, and its script would need a preflight, which
  // we never allow.
  if (!/^application\/json\s*(;|$)/i.test(request.header("content-type") ?? "")) throw malformed();
  let value: unknown;
  try {
    value = JSON.parse(request.bodyBytes.toString("utf8"));
  } catch {
    throw malformed();
  }
  if (isDeeperThan(value, maxBodyDepth)) throw malformed();
  return value;
}

const malformed = () => new InvalidInput({ field: "body", code: "malformed" });

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((child) => isDeeperThan(child, levels - 1));
}

function toFieldProblem(issue: z.core.$ZodIssue, whole: string): FieldProblem {
  const field = issue.path.join(".") || whole;
  const own = fieldCodes.find((code) => code === issue.message);
  if (own) return { field, code: own };
  if (issue.input === undefined && issue.code === "invalid_type")
    return { field, code: "required" };
  if (issue.code === "too_small" && issue.input === "") return { field, code: "required" };
  if (issue.code === "too_small")
    return { field, code: "too-short", params: { min: Number(issue.minimum) } };
  if (issue.code === "too_big")
    return { field, code: "too-long", params: { max: Number(issue.maximum) } };
  if (issue.code === "unrecognized_keys") return { field, code: "unknown-field" };
  return { field, code: "malformed" };
}
