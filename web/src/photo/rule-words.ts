/** What a photo's rules say, for lists of them; without the studio's ways to mend, which officers do not have. */
import { findingIn, type PhotoWords } from "#shared/photo/finding-in.ts";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import { language } from "../language.ts";
import { photo as text } from "../messages/photo.ts";

/** A rule with its outcome, or all that nobody could look at. */
export type ToldRule = RuleOutcome | { readonly rule: "other"; readonly verdict: "unread" };

const order: readonly RuleOutcome["verdict"][] = ["failed", "warned"];

/**
 * What is to be mended before what is not, each in the order in which the rules are told; the rules that nobody could look
 * at in one line at the end.
 */
export function worstFirst(rules: readonly RuleOutcome[]): readonly ToldRule[] {
  const rank = ({ verdict }: RuleOutcome) => order.indexOf(verdict) + 1 || order.length + 1;
  const read = rules.filter(({ verdict }) => verdict !== "unread");
  const sorted = read.sort((one, other) => rank(one) - rank(other));
  return read.length < rules.length ? [...sorted, { rule: "other", verdict: "unread" }] : sorted;
}

/** Of one rule several things may be found. */
export function keyOf(told: ToldRule): string {
  return "code" in told && told.code ? `${told.rule} ${told.code}` : told.rule;
}

/** What was found, what was measured, and how to mend it. */
export function wrongText(
  outcome: RuleOutcome,
  fixes: PhotoWords["texts"]["fixes"] = text.fixes,
): string {
  const texts = { ...text, fixes };
  return findingIn({ texts, locale: language === "en" ? "en-GB" : "id-ID" }, outcome);
}
