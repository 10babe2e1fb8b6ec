import type { ComponentChildren } from "preact";
import type { AgencyDecreeList, ToldDecree } from "#shared/decree/decree-answers.ts";
import { dayText } from "../clock-text.ts";
import { decrees as text } from "../messages/decrees.ts";
import { DecreeFacts } from "./decree-facts.tsx";

interface DecreeItemProps {
  readonly decree: ToldDecree;
  /** Whose it is, where the list has several people's. */
  readonly person?: AgencyDecreeList["items"][number]["person"];
  readonly children?: ComponentChildren;
}

/** One decree, with what became of it. */
export function DecreeItem({ decree, person, children }: DecreeItemProps) {
  const { kind, state, obstacle, reason, askedBy, approvedBy, until } = decree;
  const isLeave = person && state === "acted" && until;
  return (
    <li class="panel print-item">
      <p>
        <strong>{text.kinds[kind]}</strong> · {text.states[state]}
      </p>
      {person && (
        <p translate={false}>
          {person.name} · {person.unitKerja}
        </p>
      )}
      {isLeave && <p class="notice notice-info">{text.leaveEnds(dayText(until))}</p>}
      {obstacle && <p class="notice notice-info">{text.obstacles[obstacle]}</p>}
      <dl class="record-facts">
        <DecreeFacts decreed={decree} />
      </dl>
      <p class="hint" translate={false}>
        {reason}
      </p>
      {askedBy && approvedBy && <p class="hint">{text.by(askedBy, approvedBy)}</p>}
      {children}
    </li>
  );
}
