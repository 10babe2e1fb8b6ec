import type { ComponentChildren } from "preact";
import { findingIn, type PhotoWords } from "#shared/photo/finding-in.ts";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import { Icon, type IconName } from "../components/icon.tsx";
import { language } from "../language.ts";
import { photo as text } from "../messages/photo.ts";
import { studioFixes } from "../messages/studio-fixes.ts";
import { isMendedByStudio, type Step, stepFor } from "../studio/steps.ts";

/** A rule with its outcome, or all that nobody could look at. */
type ToldRule = RuleOutcome | { readonly rule: "other"; readonly verdict: "unread" };

const icons: Readonly<Record<RuleOutcome["verdict"], IconName>> = {
  passed: "check",
  failed: "cross",
  warned: "warning",
  "not-checked": "dot",
  unread: "dot",
};

/** Where a photo is made, the studio mends what it can. */
const fixesHere = { ...text.fixes, ...studioFixes };

interface RuleListProps {
  readonly rules: readonly RuleOutcome[];
  /** Leads to the studio's step in which something is mended. */
  readonly go?: Go | undefined;
}

type Go = (step: Step) => void;

interface FindingsProps extends RuleListProps {
  readonly go: Go;
  /** Leads to another picture. */
  readonly another: ComponentChildren;
}

/** What was found of a photo that may still be mended, here or by another one. */
export function Findings({ rules, go, another }: FindingsProps) {
  return (
    <>
      <RuleList {...{ rules, go }} />
      {!isMendedByStudio(rules) && <p>{another}</p>}
    </>
  );
}

/** Every rule with its outcome, first what is not right: what was found, measured, and how to mend it. */
export function RuleList({ rules, go }: RuleListProps) {
  return (
    <>
      <h3>{text.rulesTitle}</h3>
      <ul class="rules">
        {worstFirst(rules).map((rule) => (
          <Rule key={keyOf(rule)} told={rule} go={go} />
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

function Rule({ told, go }: Pick<RuleListProps, "go"> & { readonly told: ToldRule }) {
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
          <p>{wrongText(told, fixesHere)}</p>
          {go && "code" in told && <WayToMend step={stepFor(told.code)} go={go} />}
        </>
      )}
    </li>
  );
}

interface WayToMendProps {
  readonly step: Step | undefined;
  readonly go: Go;
}

function WayToMend({ step, go }: WayToMendProps) {
  if (!step) return null;
  return (
    <p>
      <button class="button button-quiet" type="button" onClick={() => go(step)}>
        {text.toStep[step]}
      </button>
    </p>
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
