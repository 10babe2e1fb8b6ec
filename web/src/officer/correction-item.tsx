import type { ComponentChildren } from "preact";
import type { OfficerCorrection } from "#shared/correction/correction-answers.ts";
import { call } from "../api/member-client.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { corrections as text } from "../messages/corrections.ts";
import { officePages } from "../messages/office-pages.ts";
import { Instant } from "../session/instant.tsx";
import { SelectField } from "./select-field.tsx";
import { fieldName, valueText } from "./value-text.ts";

interface CorrectionItemProps {
  readonly report: OfficerCorrection;
  readonly readOnly: boolean;
  readonly onAnswered: () => void;
}

/** One report: whose, what, by when, and the form that answers it. Long: markup, in the order of the page. */
export function CorrectionItem({ report, readOnly, onAnswered }: CorrectionItemProps) {
  const { employeeId, name, nip, unitKerja, field, stood, stands, right, note, dueAt } = report;
  return (
    <li class="panel print-item">
      <h3 translate={false}>
        {name}: {fieldName(field)}
      </h3>
      <p class="hint" translate={false}>
        {nip}, {unitKerja}
      </p>
      {report.overdue && <p class="notice notice-warning">{text.overdue}</p>}
      <dl class="record-facts">
        <Fact term={text.stood}>{valueText(field, stood)}</Fact>
        {stands !== stood && <Fact term={text.stands}>{valueText(field, stands)}</Fact>}
        <Fact term={text.right}>{right}</Fact>
        {note && <Fact term={text.note}>{note}</Fact>}
        <Fact term={text.reported}>
          <Instant at={report.reportedAt} />
        </Fact>
        <Fact term={text.due}>
          <Instant at={dueAt} />
        </Fact>
      </dl>
      <p>
        <a href={href(`/petugas/pegawai?id=${employeeId}`)}>{text.open}</a>
      </p>
      {report.own && <p class="notice notice-info">{text.own}</p>}
      {!report.own && !readOnly && (
        <details>
          <summary>{text.answer}</summary>
          <AnswerForm report={report} onAnswered={onAnswered} />
        </details>
      )}
    </li>
  );
}

function AnswerForm({ report, onAnswered }: Omit<CorrectionItemProps, "readOnly">) {
  const { id, employeeId, field, stood, stands } = report;
  const [outcome, reason] = [`${id}-outcome`, `${id}-reason`];
  return (
    <Form<string>
      title={officePages.corrections}
      names={[outcome, reason]}
      check={(values) => problemsOf(values, { [reason]: required })}
      submit={text.send}
      look="button button-quiet"
      failures={text.failures}
      nameOf={(name) => (name === "reason" ? text.reason : undefined)}
      send={async (values) => {
        const answer = values[outcome] === "corrected" ? "corrected" : "refused";
        const words = values[reason] ?? "";
        const body = { employeeId, field, id, outcome: answer, reason: words } as const;
        await call("POST /api/officer/corrections/answer", { body });
        onAnswered();
      }}
    >
      <SelectField
        name={outcome}
        label={text.outcome}
        options={[
          ["corrected", text.outcomes.corrected],
          ["refused", text.outcomes.refused],
        ]}
        value={stands === stood ? "refused" : "corrected"}
      />
      <TextField
        name={reason}
        label={`${text.reason} *`}
        hint={text.reasonHint}
        autoComplete="off"
      />
    </Form>
  );
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd translate={false}>{children}</dd>
    </div>
  );
}
