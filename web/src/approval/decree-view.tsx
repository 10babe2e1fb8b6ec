/** A decree, as who decides reads it. */
import { decrees as text } from "../messages/decrees.ts";
import { DecreeFacts } from "../officer/decree-facts.tsx";
import type { ChangeOf, ChangeView } from "./agency-approval.ts";

export function decreeView({ act, before, decreed }: ChangeOf<"decree">): ChangeView {
  const { question, effect } = text.approval[act];
  return {
    question,
    effect,
    facts: (
      <>
        <p>
          <strong>{act === "plan" ? text.kinds[decreed.kind] : text[act]}</strong>
        </p>
        <dl class="record-facts">
          <DecreeFacts decreed={decreed} tmtBefore={before} />
        </dl>
      </>
    ),
  };
}
