/** An import, as who decides reads it. */

import { changedFields } from "../import/changed-fields.ts";
import { href, language } from "../language.ts";
import { importApprovals as text } from "../messages/import-approvals.ts";
import type { ChangeOf, ChangeView } from "./agency-approval.ts";
import { Fact } from "./old-and-new.tsx";

const number = new Intl.NumberFormat(language === "en" ? "en-GB" : "id-ID");

export function importView(change: ChangeOf<"import">): ChangeView {
  return {
    subject: text.subject(change.fileName),
    question: text.question,
    effect: text.effect,
    facts: <ImportFacts change={change} />,
  };
}

function ImportFacts({ change }: { readonly change: ChangeOf<"import"> }) {
  const { importId, rows, counts, fields, mode, fileDigest } = change;
  const { modes } = text;
  const people = {
    added: number.format(counts.new),
    changed: number.format(counts.changed),
    gone: number.format(counts.gone),
  };
  return (
    <>
      <p>
        <strong>{text.title}</strong>
      </p>
      <dl class="record-facts">
        <Fact term={text.rows}>{number.format(rows)}</Fact>
        <Fact term={text.people}>{text.counts(people)}</Fact>
        {fields && counts.changed > 0 && (
          <Fact term={text.fields}>
            {changedFields(fields)}. {text.nip}
          </Fact>
        )}
        <Fact term={text.mode}>
          {mode === "all" ? modes.all : modes["good-rows"](number.format(counts.rowsWithErrors))}
        </Fact>
        <Fact term={text.warnings}>{number.format(counts.warnings)}</Fact>
        <Fact term={text.digest}>
          <code>{fileDigest}</code>
        </Fact>
      </dl>
      <p>
        <a href={`${href("/petugas/impor")}?id=${importId}`}>{text.look}</a>
      </p>
    </>
  );
}
