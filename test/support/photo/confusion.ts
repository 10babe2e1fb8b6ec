/** How often the judge of photos is wrong, counted over cases; and how sure one can be of it. */
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import type { Kind } from "./kinds.ts";

export interface Judged {
  readonly kind: string;
  readonly right: Kind["right"];
  readonly tone: number;
  readonly wears: string;
  readonly failed: readonly Pick<RuleOutcome, "rule" | "code">[];
  /** One of these has to be told; without them the rule says enough. */
  readonly codes?: readonly string[] | undefined;
}

export interface Row {
  readonly n: number;
  readonly accepted: number;
  /** Of those that were refused, how many were told what is wrong with them, perhaps with something else. */
  readonly rightRule: number;
  /** What is told of it beside the right rule, or of a good one. */
  readonly others: Readonly<Record<string, number>>;
}

export function judged(
  kind: Pick<Kind, "name" | "right" | "codes">,
  { tone, wears }: { readonly tone: number; readonly wears: string },
  rules: readonly RuleOutcome[],
): Judged {
  const failed = rules
    .filter(({ verdict }) => verdict === "failed")
    .map(({ rule, code }) => ({ rule, ...(code && { code }) }));
  return { kind: kind.name, right: kind.right, tone, wears, failed, codes: kind.codes };
}

/** A row for each group, in the order in which the groups come. */
export function rowsBy(
  cases: readonly Judged[],
  groupOf: (one: Judged) => string,
): ReadonlyMap<string, Row> {
  return new Map([...Map.groupBy(cases, groupOf)].map(([group, those]) => [group, rowOf(those)]));
}

/** Bad light, colour or sharpness may leave nothing of a face: then it is right as well to say that there is none. */
export function isRight({ failed, right, codes }: Judged): boolean {
  const mayHide = right === "light" || right === "colour" || right === "sharpness";
  return failed.some(
    ({ rule, code = "" }) =>
      (rule === right && (codes?.includes(code) ?? true)) || (mayHide && rule === "face"),
  );
}

function rowOf(cases: readonly Judged[]): Row {
  const others: Record<string, number> = {};
  for (const { failed, right } of cases)
    for (const { rule, code = rule } of failed)
      if (rule !== right) others[code] = (others[code] ?? 0) + 1;
  return {
    n: cases.length,
    accepted: cases.filter(({ failed }) => failed.length === 0).length,
    rightRule: cases.filter(isRight).length,
    others,
  };
}

/**
 * The highest rate that so few of n are still likely with: the upper end of the one-sided 95 % interval of Clopper and Pearson, which
 * never promises too much.
 */
export function upperBound(hits: number, n: number): number {
  if (hits >= n) return 1;
  let [low, high] = [hits / n, 1];
  for (let step = 0; step < 50; step++) {
    const rate = (low + high) / 2;
    if (atMost(hits, n, rate) > 0.05) low = rate;
    else high = rate;
  }
  return high;
}

/** How likely so many or fewer of n are. */
function atMost(hits: number, n: number, rate: number): number {
  let term = (1 - rate) ** n;
  let sum = term;
  for (let k = 1; k <= hits; k++) {
    term *= ((n - k + 1) / k) * (rate / (1 - rate));
    sum += term;
  }
  return sum;
}
