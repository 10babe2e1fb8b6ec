/** How an operation reads its input and asks for its permission. */
import * as z from "zod";
import type { Operation } from "../kernel/json-service.ts";
import type { CloudContext } from "../kernel/service.ts";
import { invalidParameter } from "./errors.ts";

export type Operations = Readonly<Record<string, Operation>>;

/** A member that is taken and changes nothing here; each use says why. */
export const withoutEffect = z.unknown().optional();

/**
 * An operation whose input is checked against a strict schema, so that a parameter the embedded cloud does not
 * know is refused with its name instead of being ignored.
 */
export function operation<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>) => unknown,
): Operation {
  return (input: unknown) => run(readInput(schema, input));
}

/**
 * Lets IAM decide before each of these operations does anything. The resource is the user pool the input
 * names; the operations that name none (CreateUserPool, ListUserPools) have no resource type: "*".
 */
export function authorized(context: CloudContext, operations: Operations): Operations {
  const wrap = (name: string, run: Operation): Operation => {
    return (input: { readonly UserPoolId?: unknown }, caller) => {
      const { UserPoolId } = input;
      const resource = typeof UserPoolId === "string" ? poolArn(context, UserPoolId) : "*";
      context.authorize(caller, `cognito-idp:${name}`, resource);
      return run(input as never, caller);
    };
  };
  return Object.fromEntries(
    Object.entries(operations).map(([name, run]) => [name, wrap(name, run)]),
  );
}

export function poolArn(
  { region, account }: Pick<CloudContext, "region" | "account">,
  poolId: string,
): string {
  return `arn:aws:cognito-idp:${region}:${account}:userpool/${poolId}`;
}

/** @throws AwsError InvalidParameterException that names every member that is wrong, missing or unknown */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  const problems = error.issues.map(describeIssue);
  throw invalidParameter(
    `${problems.length} validation error${problems.length > 1 ? "s" : ""} detected: ${problems.join("; ")}`,
  );
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const path = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    const names = issue.keys.map((key) => (path ? `${path}.${key}` : key));
    return `The embedded cloud does not know the parameter ${names.join(", ")} of cognito-idp`;
  }
  return `Value at '${path}' failed to satisfy constraint: ${issue.message}`;
}
