import type { ToldApproval } from "#shared/access/approval-answers.ts";
import { approvals as text } from "../messages/approvals.ts";
import { useInstantText } from "../session/instant.tsx";
import type { ApprovalKindProps } from "./approvals.tsx";
import { type Decision, nameOf } from "./words.ts";

interface ApprovalItemProps<A extends ToldApproval> extends ApprovalKindProps<A> {
  readonly approval: A;
  readonly decide: (decision: Decision, approval: A) => void;
  readonly refuseOutdated: (approval: A) => void;
}

/**
 * What somebody asked for: about whom or what, old and new, why, by whom, and what the reader may do with it.
 * Long: markup, in the order of the page.
 */
export function ApprovalItem<A extends ToldApproval>({
  approval,
  words,
  change,
  decide,
  refuseOutdated,
}: ApprovalItemProps<A>) {
  const { subject, reason, asker, askedAt, until, state, isOutdated, may } = approval;
  const decisions = decisionsOf(approval);
  const instantText = useInstantText();
  return (
    <li class="panel print-item">
      <h3 translate={false}>{nameOf(approval, words)}</h3>
      <Whose subject={subject} />
      {change(approval)}
      <p>
        <strong>{text.reason}:</strong> {reason}
      </p>
      <p class="hint">{text.askedBy(asker.name ?? text.nameless, instantText(askedAt))}</p>
      <p>
        <strong>{text.states[state]}</strong>
        {state === "pending" && !isOutdated && `. ${text.decideUntil(instantText(until))}`}
      </p>
      {isOutdated && <p class="notice notice-info">{text.outdated}</p>}
      {isOutdated && may === "decide" && (
        <p>
          <button
            class="button button-quiet"
            type="button"
            onClick={() => refuseOutdated(approval)}
          >
            {text.refuseOutdated}
          </button>
        </p>
      )}
      <Outcome approval={approval} />
      {state === "pending" && may === "nothing" && <p class="hint">{words.aboutYou}</p>}
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

/** Enough to know a person; of what is none there is nothing to tell. */
function Whose({ subject: { maskedNip, unitKerja, instansi } }: Pick<ToldApproval, "subject">) {
  const known = [maskedNip, unitKerja, instansi].filter(Boolean);
  if (known.length === 0) return null;
  return (
    <p class="hint" translate={false}>
      {known.join(" · ")}
    </p>
  );
}

function Outcome({ approval: { outcome, state } }: { approval: ToldApproval }) {
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

function decisionsOf({ may, isOutdated }: ToldApproval): readonly Decision[] {
  if (may === "decide") return isOutdated ? [] : ["approve", "refuse"];
  return may === "withdraw" ? ["withdraw"] : [];
}
