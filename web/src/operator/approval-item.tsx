import type { ApprovalAnswer } from "#shared/access/approval-answers.ts";
import { roles as text } from "../messages/roles.ts";
import { useInstantText } from "../session/instant.tsx";
import type { Decision } from "./decision-dialog.tsx";
import { RoleChangeList } from "./role-change-list.tsx";

interface ApprovalItemProps {
  readonly approval: ApprovalAnswer;
  readonly decide: (decision: Decision, approval: ApprovalAnswer) => void;
}

/** One change of roles that somebody asked for: whose, old and new, why, by whom, and what the reader may do with it. */
export function ApprovalItem({ approval, decide }: ApprovalItemProps) {
  const { subject, reason, asker, askedAt, until, state, may } = approval;
  const decisions = decisionsOf(may);
  const instantText = useInstantText();
  return (
    <li class="panel print-item">
      <h3 translate={false}>{nameOf(approval)}</h3>
      <p class="hint" translate={false}>
        {[subject.maskedNip, subject.unitKerja, subject.instansi].filter(Boolean).join(" · ")}
      </p>
      <RoleChangeList approval={approval} />
      <p>
        <strong>{text.reason}:</strong> {reason}
      </p>
      <p class="hint">{text.askedBy(asker.name ?? text.nameless, instantText(askedAt))}</p>
      <p>
        <strong>{text.states[state]}</strong>
        {state === "pending" && `. ${text.decideUntil(instantText(until))}`}
      </p>
      <Outcome approval={approval} />
      {state === "pending" && may === "nothing" && <p class="hint">{text.aboutYou}</p>}
      {decisions.length > 0 && (
        <p class="button-row">
          {decisions.map((decision) => (
            <button
              key={decision}
              class="button button-quiet"
              type="button"
              onClick={() => decide(decision, approval)}
            >
              {text.decisions[decision].open}
            </button>
          ))}
        </p>
      )}
    </li>
  );
}

export function nameOf({ subject }: ApprovalAnswer): string {
  return subject.name ?? text.nameless;
}

function Outcome({ approval: { outcome, state } }: { approval: ApprovalAnswer }) {
  const instantText = useInstantText();
  if (!outcome) return null;
  const { name, at, reason } = outcome;
  const isByAsker = state === "withdrawn" || name === undefined;
  return (
    <>
      <p class="hint">
        {isByAsker ? text.endedAt(instantText(at)) : text.endedBy(name, instantText(at))}
      </p>
      {reason && (
        <p>
          <strong>{text.reason}:</strong> {reason}
        </p>
      )}
    </>
  );
}

function decisionsOf(may: ApprovalAnswer["may"]): readonly Decision[] {
  if (may === "decide") return ["approve", "refuse"];
  return may === "withdraw" ? ["withdraw"] : [];
}
