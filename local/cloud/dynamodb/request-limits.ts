/**
 * Limits of DynamoDB that dynalite does not know: "Quotas in Amazon DynamoDB", sections «Expression parameters» and
 * «Attributes». https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 * How operators are counted: "Count expression operators in DynamoDB with an AWS SDK".
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
const maxOperators = 300;
const maxInOperands = 100;
const maxPlaceholderBytes = 255;
/** Maps and lists in one another: of the 32 levels the attribute itself is the first. */
const maxNesting = 31;

/** @throws AwsError ValidationException */
export function refuseBeyondLimits(request: object): void {
  const parameters: Readonly<Record<string, unknown>> = { ...request };
  for (const name of expressions) {
    const problem = excessOf(name, String(parameters[name] ?? ""));
    if (problem) throw invalid(`Invalid ${name}: ${problem}`);
  }
  for (const name of ["ExpressionAttributeNames", "ExpressionAttributeValues"]) {
    refuseLongPlaceholders(name, parameters[name]);
  }
  refuseDeepNesting(request);
}

function excessOf(name: string, expression: string): string | undefined {
  const bytes = Buffer.byteLength(expression);
  if (bytes > maxExpressionBytes)
    return `Expression size has exceeded the maximum allowed size; expression size: ${bytes}`;
  const operands = Math.max(0, ...inOperands(expression));
  if (operands > maxInOperands)
    return `The IN operator is provided with too many operands; number of operands: ${operands}`;
  // However many there are, AWS's message says 301.
  if (operatorsOf(name, expression) > maxOperators)
    return `The expression contains too many operators; operator count: ${maxOperators + 1}`;
  return undefined;
}

/** How many values each IN of an expression lists. */
function inOperands(expression: string): number[] {
  const lists = expression.matchAll(/\bIN\s*\(([^()]*)\)/gi);
  return [...lists].map(([, list = ""]) => list.split(",").length);
}

/**
 * Comparisons, AND (of BETWEEN too), OR, NOT, BETWEEN, IN, functions, + and - count one each. The "=" of SET is none:
 * «SET a = :val1 + :val2 + :val3 contains two operators» ("Quotas in Amazon DynamoDB").
 */
function operatorsOf(name: string, expression: string): number {
  const tokens = expression.match(/[#:]\w+|\w+\s*\(?|<>|<=|>=|[<>=+-]/g) ?? [];
  return tokens.filter((token) => {
    if (token === "=") return name !== "UpdateExpression";
    if (/^[<>+-]/.test(token)) return true;
    return /^(AND|OR|NOT|BETWEEN|IN)\b/i.test(token) || /^\w+\s*\($/.test(token);
  }).length;
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
