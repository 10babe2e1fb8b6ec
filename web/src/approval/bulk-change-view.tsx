/** One change for many people, as who decides reads it. */
import { href } from "../language.ts";
import { bulkChanges } from "../messages/bulk-changes.ts";
import { changeWords } from "../officer/bulk-change-words.ts";
import { sourceText } from "../officer/source-fields.tsx";
import type { ChangeOf, ChangeView } from "./agency-approval.ts";
import { Fact } from "./old-and-new.tsx";

const text = bulkChanges.approval;

export function bulkChangeView({
  bulkId,
  change,
  people,
  leftOut,
}: ChangeOf<"bulk-change">): ChangeView {
  const { field, to } = changeWords(change);
  return {
    subject: text.subject(people),
    question: text.question,
    effect: text.effect,
    facts: (
      <>
        <dl class="record-facts">
          <Fact term={text.people}>{people}</Fact>
          <Fact term={text.leftOut}>{leftOut}</Fact>
          <Fact term={field}>
            <ins translate={false}>{to}</ins>
          </Fact>
          {change.action === "suspend" && (
            <Fact term={text.source}>
              <span translate={false}>{sourceText(change.source)}</span>
            </Fact>
          )}
        </dl>
        <p>
          <a href={href(`/petugas?bagian=massal&id=${bulkId}`)}>{text.look}</a>
        </p>
      </>
    ),
  };
}
