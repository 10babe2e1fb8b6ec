/** A decree, as who decides reads it. */
import { dayText } from "../clock-text.ts";
import { decrees as text } from "../messages/decrees.ts";
import { DecreeFacts } from "../officer/decree-facts.tsx";
import type { ChangeOf, ChangeView } from "./agency-approval.ts";
import { Fact } from "./old-and-new.tsx";

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
          {before && (
            <Fact term={text.tmt}>
              <del>{dayText(before)}</del>
            </Fact>
          )}
          <DecreeFacts decreed={decreed} />
        </dl>
      </>
    ),
  };
}
