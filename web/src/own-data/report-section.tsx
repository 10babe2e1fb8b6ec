import { useRef, useState } from "preact/hooks";
import type { OwnCorrectionsAnswer } from "#shared/correction/correction-answers.ts";
import { reportableFields } from "#shared/correction/reportable-fields.ts";
import { proposedFields } from "#shared/data-change/proposed-fields.ts";
import { call } from "../api/member-client.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { ownData } from "../messages/own-data.ts";
import { SelectField } from "../officer/select-field.tsx";
import { fieldName } from "../officer/value-text.ts";

const text = ownData.report;

/** Says which datum is wrong and what is right. @param onSent with what the service answered */
export function ReportSection({ onSent }: { onSent: (answer: OwnCorrectionsAnswer) => void }) {
  // A form that was sent begins anew, empty.
  const [sent, setSent] = useState(0);
  const [chosen, setChosen] = useState("name");
  const isProposed = proposedFields.some((each) => each === chosen);
  const title = useRef<HTMLHeadingElement>(null);
  return (
    <section class="panel" aria-labelledby="report-title">
      <h2 id="report-title" tabIndex={-1} ref={title}>
        {text.title}
      </h2>
      <p>{text.hint}</p>
      <p role="status">{sent > 0 && text.sent}</p>
      <Form
        key={sent}
        title={common.pages.ownData}
        names={["field", "right", "note"]}
        check={(values) => problemsOf(values, { right: required })}
        submit={text.send}
        failures={ownData.failures}
        send={async ({ field, right, note }) => {
          const known = reportableFields.find((each) => each === field);
          if (!known) return;
          const body = { field: known, right, ...(note.trim() !== "" && { note }) };
          onSent(await call("POST /api/account/corrections", { body }));
          setSent(sent + 1);
          setChosen("name");
          title.current?.focus();
        }}
      >
        <SelectField
          name="field"
          label={text.field}
          options={reportableFields.map((field) => [field, fieldName(field)])}
          value={chosen}
          onChoose={setChosen}
        />
        {isProposed && (
          <p class="notice notice-info">
            {text.proposed} <a href={href("/pengajuan?baru=")}>{text.propose}</a>
          </p>
        )}
        <TextField name="right" label={`${text.right} *`} autoComplete="off" />
        <TextField name="note" label={text.note} autoComplete="off" />
      </Form>
    </section>
  );
}
