/**
 * Limits of DynamoDB that dynalite does not know: "Quotas in Amazon DynamoDB", sections «Expression parameters» and
 * «Attributes». https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
import { invalid } from "./table.ts";

const expressions = [
  "UpdateExpression",
  "ConditionExpression",
  "KeyConditionExpression",
  "FilterExpression",
  "ProjectionExpression",
];
const maxExpressionBytes = 4096;
const maxPlaceholderBytes = 255;
/** Maps and lists in one another: of the 32 levels the attribute itself is the first. */
const maxNesting = 31;

/** @throws AwsError ValidationException */
export function refuseBeyondLimits(request: object): void {
  const parameters: Readonly<Record<string, unknown>> = { ...request };
  for (const name of expressions) {
    const bytes = Buffer.byteLength(String(parameters[name] ?? ""));
    if (bytes > maxExpressionBytes) {
      throw invalid(
        `Invalid ${name}: Expression size has exceeded the maximum allowed size; expression size: ${bytes}`,
      );
    }
  }
  for (const name of ["ExpressionAttributeNames", "ExpressionAttributeValues"]) {
    refuseLongPlaceholders(name, parameters[name]);
  }
  refuseDeepNesting(request);
}

function refuseLongPlaceholders(name: string, placeholders: unknown): void {
  for (const placeholder of Object.keys(Object(placeholders))) {
    if (Buffer.byteLength(placeholder) > maxPlaceholderBytes) {
      throw invalid(
        `${name} contains invalid key: The expression attribute map contains a key that is too long; key: "${placeholder}"`,
      );
    }
  }
}

/** Without recursion: a request that lies deeper than the stack must be refused too. */
function refuseDeepNesting(request: object): void {
  const open: { value: unknown; nesting: number }[] = [{ value: request, nesting: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== "object" || next.value === null) continue;
    for (const [name, value] of Object.entries(next.value)) {
      const isDocument = isList(name, value) || isMap(name, value);
      const nesting = next.nesting + (isDocument ? 1 : 0);
      if (nesting > maxNesting) {
        throw invalid(
          "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit",
        );
      }
      open.push({ value, nesting });
    }
  }
}

function isList(name: string, value: unknown): boolean {
  return name === "L" && Array.isArray(value);
}

function isMap(name: string, value: unknown): boolean {
  return name === "M" && typeof value === "object" && value !== null && !Array.isArray(value);
}
