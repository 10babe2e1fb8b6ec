import type { ComponentChildren } from "preact";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import { Icon, type IconName } from "../components/icon.tsx";
import { photo as text } from "../messages/photo.ts";
import { studioFixes } from "../messages/studio-fixes.ts";
import { isMendedByStudio, type Step, stepFor } from "../studio/steps.ts";
import { keyOf, type ToldRule, worstFirst, wrongText } from "./rule-words.ts";

export const ruleIcons: Readonly<Record<RuleOutcome["verdict"], IconName>> = {
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

function Rule({ told, go }: Pick<RuleListProps, "go"> & { readonly told: ToldRule }) {
  const { rule, verdict } = told;
  return (
    <li data-outcome={verdict}>
      <Icon name={ruleIcons[verdict]} />
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
