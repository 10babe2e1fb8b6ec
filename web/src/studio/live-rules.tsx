import { Icon } from "../components/icon.tsx";
import { photo } from "../messages/photo.ts";
import { studio as text } from "../messages/studio.ts";
import { RuleList, ruleIcons } from "../photo/rule-list.tsx";
import { lackOfPerson } from "./cut-saying.tsx";
import { type Tick, ticksOf } from "./live-ticks.ts";
import type { Step } from "./steps.ts";
import type { StudioWork } from "./use-studio.ts";

interface LiveRulesProps {
  readonly work: StudioWork;
  readonly step: Exclude<Step, "check">;
}

/** The judge's rules in one line, ticked while somebody frames and cuts; all of what it says for who opens it. */
export function LiveRules({ work, step }: LiveRulesProps) {
  const { judged, findings, edits, tools } = work;
  const hasFaceTool = tools.states.face.step === "ready";
  const isAhead = step === "frame" && !edits.isCut;
  const ticks = ticksOf({ judged, findings, isAhead, hasFaceTool });
  const told = judged?.rules.filter(
    ({ rule, verdict }) =>
      !(isAhead && rule === "transparency") && (hasFaceTool || verdict !== "unread"),
  );
  return (
    <details class="live-rules">
      <summary>
        {text.live.title}:{" "}
        {ticks.map((tick) => (
          <TickMark key={tick.rule} {...tick} />
        ))}
        {!hasFaceTool && <span class="hint">{text.checkedLater}</span>}
      </summary>
      {judged && judged.outcome !== "person" && <p>{lackOfPerson(judged.outcome, edits)}</p>}
      {told && told.length > 0 && <RuleList rules={told} />}
    </details>
  );
}

function TickMark({ rule, verdict }: Tick) {
  return (
    <span class="tick" data-outcome={verdict}>
      <Icon name={ruleIcons[verdict]} /> {text.live[rule]}
      <span class="visually-hidden">: {photo.outcome[verdict]}</span>{" "}
    </span>
  );
}
