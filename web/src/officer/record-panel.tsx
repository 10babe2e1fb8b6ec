import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { href } from "../language.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer as text } from "../messages/officer.ts";
import { RecordFacts } from "./record-facts.tsx";
import type { GoTo } from "./record-step.ts";

interface RecordPanelProps {
  readonly employee: EmployeeAnswer;
  readonly goTo: GoTo;
}

/** What the record says, and what is decided or changed about it. */
export function RecordPanel({ employee, goTo }: RecordPanelProps) {
  const { locked, unitKerja } = employee;
  return (
    <section class="panel" aria-labelledby="record-title">
      <h2 id="record-title">{text.record}</h2>
      <RecordFacts employee={employee} />
      <p>
        <a href="#card-title">{text.toCard}</a> · <a href="#photo-title">{text.toPhoto}</a> ·{" "}
        <a href={href(`/petugas/sk?id=${employee.id}`)}>{officePages.decrees}</a> ·{" "}
        <a href={href(`/petugas/sk?bagian=pindah&id=${employee.id}`)}>{text.transfer}</a> ·{" "}
        <a href={href(`/petugas/sk?bagian=ganda&id=${employee.id}`)}>{text.twins}</a>
      </p>
      {!locked && (
        <div class="button-row">
          <button class="button" type="button" onClick={() => goTo("ubah")}>
            {text.edit}
          </button>
          <a href={href(`/petugas/cetak?unit=${encodeURIComponent(unitKerja)}`)}>
            {text.printUnit}
          </a>
        </div>
      )}
    </section>
  );
}
