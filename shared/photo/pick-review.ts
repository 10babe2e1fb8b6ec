/** Which photos people look at, beside those that somebody reports (decision 0066). */
import type { EarlierWord, PhotoReview } from "#shared/employee/photo-review.ts";
import type { PhotoRule, RuleOutcome } from "./photo-report.ts";

/** A photo that its holder confirms. */
export interface Confirmed {
  readonly rules: readonly RuleOutcome[];
  /** Its background was not plain, as its page says. */
  readonly cutFromBusy: boolean;
  /** Of the photo before. */
  readonly before: PhotoReview | undefined;
  /** That the photo before be taken away, which somebody asked: the new one leaves nothing to decide about that. */
  readonly revocation: EarlierWord | undefined;
  /** From 0 to 100, not 100 itself: drawn for this photo when it was first confirmed. */
  readonly drawn: number;
}

/**
 * The review of a photo that its holder confirms: all with warnings or cut out of a busy background, those that follow one that people did not want or that was
 * reported, and a share of the others. Before it is confirmed nobody can know whether the share has it: neither picture nor id has a part in that.
 * @param percent of the others, 0 to 100
 * @returns undefined when nobody has to look
 */
export function reviewOf(
  { rules, cutFromBusy, before, revocation, drawn }: Confirmed,
  { percent, at }: { readonly percent: number; readonly at: Date },
): PhotoReview | undefined {
  const warned = [...warnedRules(rules), ...(cutFromBusy ? [cutOutRule] : [])];
  const report = before?.report?.isOpen && { ...before.report, ofEarlier: true as const };
  const given: PhotoReview["causes"] = [
    ...(warned.length > 0 ? (["warned"] as const) : []),
    ...(revocation ? (["asked"] as const) : []),
    ...causesThatStay(before),
    ...(report ? (["reported"] as const) : []),
  ];
  const isSampled = given.length === 0 && drawn < percent;
  const causes = isSampled ? (["sampled"] as const) : [...new Set(given)];
  if (causes.length === 0) return undefined;
  const follows = revocation ?? earlierWord(before);
  const waiting = { state: "waiting", at: at.toISOString(), causes, warned } as const;
  return { ...waiting, ...(follows && { follows }), ...(report && { report }) };
}

/** What people had to say of the photo before, or of the one before that, while nobody has looked since. */
function earlierWord(before: PhotoReview | undefined): EarlierWord | undefined {
  if (before?.state !== "new-asked" && before?.state !== "revoked") return before?.follows;
  const { state, at, by, faults = [], note } = before;
  return { state, at, by, faults, note };
}

/** The judge refuses for it, and never warns: where it is among the warned ones, the studio's word is behind it. */
const cutOutRule: PhotoRule = "transparency";

/** What a photo inherits from the one before: confirming again and again brings nobody past an officer. */
function causesThatStay(before: PhotoReview | undefined): PhotoReview["causes"] {
  if (before?.state === "new-asked" || before?.state === "revoked") return ["asked"];
  if (before?.state !== "waiting") return [];
  return before.causes.filter((cause) => cause === "asked" || cause === "reported");
}

/** Each once, however much it warns of. */
export function warnedRules(rules: readonly RuleOutcome[]): string[] {
  return [...new Set(rules.filter((each) => each.verdict === "warned").map(({ rule }) => rule))];
}
