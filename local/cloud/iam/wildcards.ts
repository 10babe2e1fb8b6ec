/** Patterns of policies: "*", "?" and policy variables such as ${aws:PrincipalArn}. */
import { escapeRegExp } from "../escape-reg-exp.ts";

/** Values of condition keys. The keys are in lower case: AWS ignores it. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

/** `${key}`, `${key, 'default'}`, and `${*}`, `${?}`, `${$}` for those characters themselves. */
const variable = /\$\{([^}]+)\}/g;
const compiled = new Map<string, RegExp>();

/** A variable without a value matches nothing. */
export function matchesWildcards(pattern: string, text: string, context: RequestContext): boolean {
  return wildcardExpression(pattern, context)?.test(text) ?? false;
}

/**
 * ARNs match part by part: a wildcard does not reach over a colon, except in the last part.
 * @param pattern e.g. "arn:aws:s3:::kartu-*"
 */
export function matchesArn(pattern: string, arn: string, context: RequestContext): boolean {
  const patterns = arnParts(pattern);
  const parts = arnParts(arn);
  return (
    patterns.length === parts.length &&
    patterns.every((each, index) => matchesWildcards(each, parts[index] ?? "", context))
  );
}

/** The text with its variables replaced; undefined when one has no value. */
export function expandVariables(text: string, context: RequestContext): string | undefined {
  let isComplete = true;
  const expanded = text.replace(variable, (_, name: string) => {
    const value = variableValue(name, context);
    if (value === undefined) isComplete = false;
    return value ?? "";
  });
  return isComplete ? expanded : undefined;
}

function wildcardExpression(pattern: string, context: RequestContext): RegExp | undefined {
  if (!pattern.includes("${")) {
    const known = compiled.get(pattern) ?? new RegExp(`^${wildcardSource(pattern)}$`, "s");
    compiled.set(pattern, known);
    return known;
  }
  let source = "";
  let end = 0;
  for (const match of pattern.matchAll(variable)) {
    const value = variableValue(match[1] ?? "", context);
    if (value === undefined) return undefined;
    // A wildcard in a variable's value is an ordinary character.
    source += wildcardSource(pattern.slice(end, match.index)) + escapeRegExp(value);
    end = match.index + match[0].length;
  }
  return new RegExp(`^${source}${wildcardSource(pattern.slice(end))}$`, "s");
}

function wildcardSource(pattern: string): string {
  return pattern.replace(/[*?]|[^*?]+/g, (part) => {
    if (part === "*") return ".*";
    return part === "?" ? "." : escapeRegExp(part);
  });
}

function variableValue(expression: string, context: RequestContext): string | undefined {
  if (["*", "?", "$"].includes(expression)) return expression;
  const [, name = "", fallback] = /^([^,]+?)(?:\s*,\s*'(.*)')?$/.exec(expression) ?? [];
  const [value, ...others] = context.get(name.toLowerCase()) ?? [];
  return others.length > 0 ? undefined : (value ?? fallback);
}

function arnParts(arn: string): string[] {
  const parts = arn.split(":");
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
}
