/** What stops a claim of somebody else's certificate, and what it counts once it is agreed to (services.md 4). Pure. */
import type { FieldProblem } from "#shared/runtime/errors.ts";
import type { AskedClaim } from "./asked-claim.ts";
import { type LearningEntry, numberKeyOf } from "./learning-ledger.ts";

/** Whether a number is among these, in any spelling: also of one that was withdrawn, which nobody brings back by a claim. */
export function isNumberIn(
  number: string,
  entries: readonly Pick<LearningEntry, "number">[],
): boolean {
  const key = numberKeyOf(number);
  return entries.some((each) => numberKeyOf(each.number) === key);
}

/**
 * All that is wrong with it, by its fields; empty texts are `required`.
 * @param today the person's @param entries the person's, of all years: a number counts once
 */
export function claimProblems(
  { name, organiser, number, from, until }: Omit<AskedClaim, "note">,
  { today, entries }: ClaimCase,
): FieldProblem[] {
  const texts = Object.entries({ name, organiser, number });
  const isNamed = number !== "";
  const isKnown = numberKeyOf(number) !== "";
  return [
    ...texts.flatMap(([field, text]) =>
      text === "" ? [{ field, code: "required" as const }] : [],
    ),
    ...found(isNamed && !isKnown, "number", "number-malformed"),
    ...found(isKnown && isNumberIn(number, entries), "number", "number-counted"),
    ...found(until < from, "until", "ends-before-it-begins"),
    ...found(until > today, "until", "day-too-late"),
  ];
}

const found = (is: boolean, field: string, code: FieldProblem["code"]) =>
  is ? [{ field, code }] : [];

interface ClaimCase {
  readonly today: string;
  readonly entries: readonly Pick<LearningEntry, "number">[];
}

/** What it counts, in the year of its last day. */
export function claimedEntry(
  { name, organiser, number, form, from, until, jp }: AskedClaim,
  request: NonNullable<LearningEntry["request"]>,
): LearningEntry {
  return {
    ...{ source: "external", number, name, organiser, form, jp, request },
    ...{ startedOn: from, endedOn: until },
  };
}
