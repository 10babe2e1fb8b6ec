import type { ComponentChildren } from "preact";
import { useCallback, useState } from "preact/hooks";
import { type ImportCode, isImportCode } from "#shared/import/import-codes.ts";
import { imports as text } from "../messages/imports.ts";
import { SelectField } from "../officer/select-field.tsx";
import { figure } from "./figures.ts";
import type { FileJudge } from "./file-judge.ts";
import type { JudgementSummary } from "./judge-messages.ts";
import { PagedTable } from "./paged-table.tsx";
import { problemColumns } from "./problem-columns.tsx";
import { sentenceOf } from "./problem-text.ts";

interface JudgedFileProps {
  readonly judge: FileJudge;
  readonly summary: JudgementSummary;
  /** What can be done with the file now. */
  readonly children: ComponentChildren;
}

/** What the check on this device found: the sum, what can be done, then every problem. */
export function JudgedFile({ judge, summary, children }: JudgedFileProps) {
  return (
    <>
      <Verdict {...summary} />
      {!summary.refusal && (
        <dl class="record-facts figures">
          {factsOf(summary).map(([term, count]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd class="number">{figure(count)}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
      {summary.errors + summary.warnings > 0 && !summary.refusal && (
        <Problems judge={judge} summary={summary} />
      )}
    </>
  );
}

function factsOf({ rows, people, rowsWithErrors, warnings }: JudgementSummary) {
  return [
    [text.facts.rows, rows],
    [text.facts.people, people],
    [text.facts.rowsWithErrors, rowsWithErrors],
    [text.facts.warnings, warnings],
  ] as const;
}

function Verdict({ refusal, people, errors, rowsWithErrors }: JudgementSummary) {
  if (refusal) return <p class="notice notice-bad">{text.refused(sentenceOf(refusal))}</p>;
  if (people === 0) return <p class="notice notice-bad">{text.nothingUsable}</p>;
  if (errors > 0) return <p class="notice notice-warning">{text.faulty(figure(rowsWithErrors))}</p>;
  return <p class="notice notice-good">{text.clean}</p>;
}

const pageRows = 50;

function Problems({ judge, summary }: Omit<JudgedFileProps, "children">) {
  const { codes, errors, warnings } = summary;
  const [code, setCode] = useState<ImportCode>();
  const read = useCallback(
    async (at: string | undefined) => {
      const from = Number(at ?? 0);
      const { items, total } = await judge.problems({ code, from, limit: pageRows });
      const next = from + items.length;
      return { items, next: next < total ? String(next) : undefined };
    },
    [judge, code],
  );
  const total = codes.find((each) => each.code === code)?.count ?? errors + warnings;
  return (
    <section class="panel" aria-labelledby="problems-title">
      <h3 id="problems-title">{text.problems}</h3>
      {codes.length > 1 && (
        <div class="narrow-form">
          <SelectField
            name="code"
            label={text.filter}
            options={[["", text.everyCode(figure(errors + warnings))], ...codes.map(optionOf)]}
            value=""
            onChoose={(chosen) => setCode(isImportCode(chosen) ? chosen : undefined)}
          />
        </div>
      )}
      <PagedTable
        key={code ?? ""}
        caption={text.problems}
        columns={problemColumns}
        read={read}
        total={total}
      />
    </section>
  );
}

function optionOf({ code, count }: JudgementSummary["codes"][number]): [string, string] {
  return [code, text.oneCode(code, figure(count))];
}
