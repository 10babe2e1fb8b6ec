import type { RuleVerdict } from "#shared/http/contract.ts";
import { Icon, type IconName } from "../components/icon.tsx";
import { photo as text } from "../messages/photo.ts";

const names: Readonly<Record<string, string>> = text.rules;
const findings: Readonly<Record<string, string>> = text.findings;
const fixes: Readonly<Record<string, string>> = text.fixes;

const icons: Readonly<Record<RuleVerdict["verdict"], IconName>> = {
  passed: "check",
  failed: "cross",
  warned: "warning",
  "not-checked": "dot",
};

/** Every rule with its verdict; what is not right with the measured value and how to mend it. */
export function RuleList({ rules }: { rules: readonly RuleVerdict[] }) {
  return (
    <>
      <h3>{text.rulesTitle}</h3>
      <ul class="rules">
        {rules.map((rule) => (
          <Rule key={rule.rule} {...rule} />
        ))}
      </ul>
    </>
  );
}

function Rule({ rule, verdict, code = "", params }: RuleVerdict) {
  const wrong = verdict === "failed" || verdict === "warned";
  return (
    <li data-verdict={verdict}>
      <Icon name={icons[verdict]} />
      <span>
        {names[rule] ?? text.rules.other}:{" "}
        <strong class="rule-word">{text.verdict[verdict]}</strong>
      </span>
      {wrong && (
        <p>
          {findings[code] && `${findings[code]} `}
          {/* What was read of a file that is no PNG means nothing to its owner. */}
          {rule !== "format" && params?.measured !== undefined && `${text.measured(params)} `}
          {fixes[rule] ?? text.fixes.other}
        </p>
      )}
    </li>
  );
}
