import * as z from "zod";
import type { Operation } from "./json-service.ts";
import { AwsError, type Caller } from "./service.ts";

/**
 * An operation whose input is read with a schema first. With `z.strictObject` a member the operation does not
 * know is refused by its name, never silently ignored.
 */
export function operation<Input extends z.ZodType>(
  input: Input,
  run: (input: z.output<Input>, caller: Caller) => unknown,
): Operation {
  return (document: unknown, caller: Caller) => run(readInput(input, document), caller);
}

/** @throws AwsError ValidationException that names the member at fault */
export function readInput<Input extends z.ZodType>(
  schema: Input,
  document: unknown,
): z.output<Input> {
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  const problems = result.error.issues.map(describe);
  throw new AwsError(
    "ValidationException",
    `${problems.length} validation error${problems.length > 1 ? "s" : ""} detected: ${problems.join("; ")}`,
  );
}

function describe(issue: z.core.$ZodIssue): string {
  const member = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    const names = issue.keys.map((key) => [...issue.path, key].join("."));
    return `The embedded cloud does not know ${names.join(", ")}`;
  }
  return `Value at '${member}' failed to satisfy constraint: ${issue.message}`;
}

/** Bytes, which the JSON protocols write in base64. */
export const bytes = z.base64().transform((text) => Buffer.from(text, "base64"));
