import type { ComponentChildren } from "preact";
import { useCallback, useState } from "preact/hooks";
import { type ImportCode, isImportCode } from "#shared/import/import-codes.ts";
import { imports as text } from "../messages/imports.ts";
import { SelectField } from "../officer/select-field.tsx";
import { figure } from "./figures.ts";
import { FileButton } from "./file-button.tsx";
import type { FileWorker } from "./file-worker.ts";
import { PagedTable } from "./paged-table.tsx";
import { problemColumns } from "./problem-columns.tsx";
import { gistOf, sentenceOf } from "./problem-text.ts";
import type { JudgementSummary } from "./worker-messages.ts";

interface JudgedFileProps {
  readonly worker: FileWorker;
  readonly name: string;
  readonly summary: JudgementSummary;
  /** What can be done with the file now. */
  readonly children: ComponentChildren;
}

/** What the check on this device found: the sum, what can be done, then every problem. */
export function JudgedFile({ worker, name, summary, children }: JudgedFileProps) {
  return (
    <>
      <Verdict {...summary} />
      {!summary.refusal && (
        <dl class="record-facts">
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
        <Problems worker={worker} name={name} summary={summary} />
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

const pageRows = 25;

function Problems({ worker, name, summary }: Omit<JudgedFileProps, "children">) {
  const { codes, errors, warnings } = summary;
  const [code, setCode] = useState<ImportCode>();
  const read = useCallback(
    async (at: string | undefined) => {
      const from = Number(at ?? 0);
      const { items, total } = await worker.problems({ code, from, limit: pageRows });
      const next = from + items.length;
      return { items, next: next < total ? String(next) : undefined };
    },
    [worker, code],
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
      <p>
        <FileButton label={text.marked} name={markedName(name)} make={() => worker.marked()} />
      </p>
    </section>
  );
}

/** "Pegawai (masalah).xlsx" of "Pegawai.xlsx". */
function markedName(name: string): string {
  const dot = name.lastIndexOf(".");
  const at = dot > 0 ? dot : name.length;
  return `${name.slice(0, at)}${text.markedSuffix}${name.slice(at)}`;
}

function optionOf({ code, count }: JudgementSummary["codes"][number]): [string, string] {
  return [code, text.oneCode(gistOf(code), code, figure(count))];
}
