/**
 * What somebody has learnt in jam pelajaran: entries, of which a year's JP are the sum. They count in the calendar year in which the training
 * ended, and one number of a certificate counts once (services.md 4). Pure.
 */
import * as z from "zod";
import type { EmployeeKind } from "#shared/employee/nip.ts";
import { requestId } from "#shared/request/request.ts";
import { type Exemption, type ExemptSpan, exemptionIn } from "./exempt.ts";
import { trainingForms } from "./training-forms.ts";
import { type TrainingTerm, trainingTermsOn } from "./training-terms.ts";

export const learningEntry = z.object({
  /** Of a certificate that this product issued, or of a claim that was accepted. */
  source: z.enum(["own", "external"]),
  /** As printed. */
  number: z.string(),
  name: z.string(),
  organiser: z.string(),
  form: z.enum(trainingForms),
  /** Told of a claim. */
  startedOn: z.iso.date().exactOptional(),
  endedOn: z.iso.date(),
  jp: z.int().min(1),
  /** Withdrawn: it counts no more, and stays to be read. */
  withdrawnOn: z.iso.date().exactOptional(),
  /** The claim by which it came. */
  request: requestId.exactOptional(),
});
export type LearningEntry = Readonly<z.infer<typeof learningEntry>>;

/** What two spellings of one number have in common: letters and digits, no case, no leading zeros of a group. */
export function numberKeyOf(number: string): string {
  const groups =
    number
      .normalize("NFKC")
      .toUpperCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return groups.map((each) => each.replace(/^0+(?=.)/, "")).join("/");
}

/** Those that count, each number once: the own one before a claim, the older before the newer. */
export function counting(entries: readonly LearningEntry[]): readonly LearningEntry[] {
  const valid = entries.filter(({ withdrawnOn }) => withdrawnOn === undefined);
  const rank = ({ source, endedOn }: LearningEntry) => `${source === "own" ? 0 : 1}${endedOn}`;
  const seen = new Set<string>();
  return valid
    .toSorted((a, b) => rank(a).localeCompare(rank(b)))
    .filter(({ number }) => {
      const key = numberKeyOf(number);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
}

/** JP of a calendar year. */
export function jpIn(entries: readonly LearningEntry[], year: number): number {
  return counting(entries)
    .filter(({ endedOn }) => Number(endedOn.slice(0, 4)) === year)
    .reduce((sum, { jp }) => sum + jp, 0);
}

export interface YearOfLearning {
  readonly year: number;
  readonly jp: number;
  /** 0 of who has none. */
  readonly target: number;
  readonly short: number;
  readonly exempt?: Exemption;
}

export interface Learner {
  readonly kind: EmployeeKind;
  readonly entries: readonly LearningEntry[];
  readonly exempt: readonly ExemptSpan[];
}

/** A year against its target, by the terms of its last day. */
export function yearOfLearning(
  { kind, entries, exempt: spans }: Learner,
  year: number,
  agency: readonly TrainingTerm[] = [],
): YearOfLearning {
  const terms = trainingTermsOn(`${year}-12-31`, kind, agency);
  const exempt = exemptionIn(year, spans, terms);
  const [jp, target] = [jpIn(entries, year), exempt ? 0 : terms.yearlyJp];
  return { year, jp, target, short: Math.max(0, target - jp), ...(exempt && { exempt }) };
}
