/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
import { BlockList, isIPv6 } from "node:net";
import { expandVariables, matchesArn, matchesWildcards, type RequestContext } from "./wildcards.ts";

/** Operator → condition key → values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, ConditionValue>>>>;
type ConditionValue = Scalar | readonly Scalar[];
type Scalar = string | number | boolean;

/** Whether a value of the request meets one value of the policy. */
type Matcher = (actual: string, wanted: string, context: RequestContext) => boolean;

const equals: Matcher = (actual, wanted, context) => actual === expandVariables(wanted, context);
const equalsIgnoringCase: Matcher = (actual, wanted, context) =>
  actual.toLowerCase() === expandVariables(wanted, context)?.toLowerCase();
const like: Matcher = (actual, wanted, context) => matchesWildcards(wanted, actual, context);
const arnLike: Matcher = (actual, wanted, context) => matchesArn(wanted, actual, context);
const isTruth: Matcher = (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase();
const inNetwork: Matcher = (actual, wanted) => {
  const [address = "", prefix] = wanted.split("/");
  const family = isIPv6(address) ? "ipv6" : "ipv4";
  const network = new BlockList();
  network.addSubnet(address, Number(prefix ?? (family === "ipv6" ? 128 : 32)), family);
  return network.check(actual, isIPv6(actual) ? "ipv6" : "ipv4");
};

const positive: Readonly<Record<string, Matcher>> = {
  StringEquals: equals,
  StringEqualsIgnoreCase: equalsIgnoringCase,
  StringLike: like,
  ArnEquals: arnLike,
  ArnLike: arnLike,
  Bool: isTruth,
  BinaryEquals: equals,
  IpAddress: inNetwork,
  ...comparisons("Numeric", Number),
  ...comparisons("Date", instant),
};

/** Operators that hold when none of the values matches. */
const negative: Readonly<Record<string, Matcher>> = {
  StringNotEquals: equals,
  StringNotEqualsIgnoreCase: equalsIgnoringCase,
  StringNotLike: like,
  ArnNotEquals: arnLike,
  ArnNotLike: arnLike,
  NotIpAddress: inNetwork,
  NumericNotEquals: (actual, wanted) => Number(actual) === Number(wanted),
  DateNotEquals: (actual, wanted) => instant(actual) === instant(wanted),
};

/** @throws Error for an operator it does not know: ignoring one could allow what AWS denies */
export function conditionsHold(conditions: Conditions, context: RequestContext): boolean {
  return Object.entries(conditions).every(([operator, tests]) =>
    Object.entries(tests).every(([key, wanted]) =>
      holds(operator, context.get(key.toLowerCase()), [wanted].flat().map(String), context),
    ),
  );
}

function holds(
  name: string,
  actual: readonly string[] | undefined,
  wanted: readonly string[],
  context: RequestContext,
): boolean {
  const [, quantifier, operator = "", ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  if (operator === "Null") return (actual === undefined) === (wanted[0] === "true");
  const matches = positive[operator] ?? negative[operator];
  if (!matches) throw new Error(`The embedded cloud does not know the condition operator ${name}.`);
  const isNegative = Object.hasOwn(negative, operator);
  const meets = (value: string) =>
    wanted.some((each) => matches(value, each, context)) !== isNegative;

  if (actual === undefined || actual.length === 0) {
    if (ifExists || quantifier === "ForAllValues") return true;
    return isNegative && quantifier === undefined;
  }
  // Without a quantifier a negative operator must hold for all values, a positive one for any.
  const needsAll = quantifier === "ForAllValues" || (!quantifier && isNegative);
  return needsAll ? actual.every(meets) : actual.some(meets);
}

function comparisons(kind: string, read: (text: string) => number): Record<string, Matcher> {
  return {
    [`${kind}Equals`]: (actual, wanted) => read(actual) === read(wanted),
    [`${kind}LessThan`]: (actual, wanted) => read(actual) < read(wanted),
    [`${kind}LessThanEquals`]: (actual, wanted) => read(actual) <= read(wanted),
    [`${kind}GreaterThan`]: (actual, wanted) => read(actual) > read(wanted),
    [`${kind}GreaterThanEquals`]: (actual, wanted) => read(actual) >= read(wanted),
  };
}

/** Dates are written in ISO 8601 or as epoch seconds. Epoch milliseconds. */
function instant(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}
