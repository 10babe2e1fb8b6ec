import type { RuleVerdict } from "#shared/http/contract.ts";
import { Icon, type IconName } from "../components/icon.tsx";
import { photo as text } from "../messages/photo.ts";
import { measurementText } from "./measurement-text.ts";

const names: Readonly<Record<string, string>> = text.rules;
const findings: Readonly<Record<string, string>> = text.findings;
const fixes: Readonly<Record<string, string>> = text.fixes;

const icons: Readonly<Record<RuleVerdict["verdict"], IconName>> = {
  passed: "check",
  failed: "cross",
  warned: "warning",
  "not-checked": "dot",
  unread: "dot",
};

/** Every rule with its verdict, first what is not right: what was found, measured, and how to mend it. */
export function RuleList({ rules }: { rules: readonly RuleVerdict[] }) {
  return (
    <>
      <h3>{text.rulesTitle}</h3>
      <ul class="rules">
        {worstFirst(rules).map((rule) => (
          <Rule key={rule.rule} {...rule} />
        ))}
      </ul>
    </>
  );
}

const order: readonly RuleVerdict["verdict"][] = ["failed", "warned"];

/**
 * What is to be mended before what is not, each in the order in which the rules are told; the rules that nobody could look
 * at in one line at the end.
 */
export function worstFirst(rules: readonly RuleVerdict[]): readonly RuleVerdict[] {
  const rank = ({ verdict }: RuleVerdict) => order.indexOf(verdict) + 1 || order.length + 1;
  const read = rules.filter(({ verdict }) => verdict !== "unread");
  const sorted = read.sort((one, other) => rank(one) - rank(other));
  return read.length < rules.length ? [...sorted, { rule: "other", verdict: "unread" }] : sorted;
}

function Rule({ rule, verdict, code = "", measurement }: RuleVerdict) {
  const wrong = verdict === "failed" || verdict === "warned";
  return (
    <li data-verdict={verdict}>
      <Icon name={icons[verdict]} />
      <span>
        {names[rule] ?? text.rules.other}:{" "}
        <strong class="rule-word">{text.verdict[verdict]}</strong>
      </span>
      {verdict === "unread" && <p>{text.unread}</p>}
      {wrong && (
        <p>
          {findings[code] && `${findings[code]} `}
          {measurement && `${measurementText(measurement, code)} `}
          {fixes[code] ?? fixes[rule] ?? text.fixes.other}
        </p>
      )}
    </li>
  );
}
