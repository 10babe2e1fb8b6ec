import type { ComponentChildren } from "preact";
import { findingIn, type PhotoWords } from "#shared/photo/finding-in.ts";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import { Icon, type IconName } from "../components/icon.tsx";
import { language } from "../language.ts";
import { photo as text } from "../messages/photo.ts";

/** A rule with its outcome, or all that nobody could look at. */
type ToldRule = RuleOutcome | { readonly rule: "other"; readonly verdict: "unread" };

const icons: Readonly<Record<RuleOutcome["verdict"], IconName>> = {
  passed: "check",
  failed: "cross",
  warned: "warning",
  "not-checked": "dot",
  unread: "dot",
};

interface RuleListProps {
  readonly rules: readonly RuleOutcome[];
  /** Ways out that go before the general ones. */
  readonly fixes?: PhotoWords["texts"]["fixes"];
  /** Leads to where it is mended. */
  readonly way?: ((code: RuleOutcome["code"]) => ComponentChildren) | undefined;
}

/** Every rule with its outcome, first what is not right: what was found, measured, and how to mend it. */
export function RuleList({ rules, fixes = text.fixes, way }: RuleListProps) {
  return (
    <>
      <h3>{text.rulesTitle}</h3>
      <ul class="rules">
        {worstFirst(rules).map((rule) => (
          <Rule key={keyOf(rule)} told={rule} {...{ fixes, way }} />
        ))}
      </ul>
    </>
  );
}

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

function Rule({ told, fixes, way }: Omit<RuleListProps, "rules"> & { readonly told: ToldRule }) {
  const { rule, verdict } = told;
  return (
    <li data-outcome={verdict}>
      <Icon name={icons[verdict]} />
      <span>
        {text.rules[rule] ?? text.rules.other}:{" "}
        <strong class="rule-word">{text.outcome[verdict]}</strong>
      </span>
      {verdict === "unread" && <p>{text.unread}</p>}
      {(verdict === "failed" || verdict === "warned") && (
        <>
          <p>{wrongText(told, fixes)}</p>
          {"code" in told && way?.(told.code)}
        </>
      )}
    </li>
  );
}

/** What was found, what was measured, and how to mend it. */
export function wrongText(
  outcome: RuleOutcome,
  fixes: PhotoWords["texts"]["fixes"] = text.fixes,
): string {
  const texts = { ...text, fixes };
  return findingIn({ texts, locale: language === "en" ? "en-GB" : "id-ID" }, outcome);
}
