import type { ComponentChildren } from "preact";
import type { AgencyDecreeList, ToldDecree, ToldWord } from "#shared/decree/decree-answers.ts";
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
  const { kind, state, obstacle, until, move, withdrawal, asked = [] } = decree;
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
      {decree.isOutdated && <p class="notice notice-warning">{text.isOutdated}</p>}
      {asked.map(({ act, tmt }) => (
        <p key={act} class="notice notice-info">
          {text.waits[act](dayText(tmt))}
        </p>
      ))}
      <dl class="record-facts">
        <DecreeFacts decreed={decree} />
      </dl>
      <Word word={decree} />
      {move && <Word title={text.movedFrom(dayText(move.before))} word={move} />}
      {withdrawal && <Word title={text.withdrawal} word={withdrawal} />}
      {children}
    </li>
  );
}

interface WordProps {
  readonly title?: string;
  readonly word: ToldWord;
}

/** Why, and whose word it was. */
function Word({ title, word: { reason, askedBy, approvedBy } }: WordProps) {
  return (
    <>
      {title && (
        <p class="hint">
          <strong>{title}</strong>
        </p>
      )}
      <p class="hint" translate={false}>
        {reason}
      </p>
      {askedBy && approvedBy && <p class="hint">{text.by(askedBy, approvedBy)}</p>}
    </>
  );
}
