import { useRef, useState } from "preact/hooks";
import type { OwnCorrectionsAnswer } from "#shared/correction/correction-answers.ts";
import { groupOf } from "#shared/employee/fields.ts";
import { reportableFields } from "#shared/wrong-data/reportable-fields.ts";
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
          title.current?.focus();
        }}
      >
        <FieldChoice />
        <TextField name="right" label={`${text.right} *`} autoComplete="off" />
        <TextField name="note" label={text.note} autoComplete="off" />
      </Form>
    </section>
  );
}

/** Which datum. A change of one that can be proposed is decided with its papers, and followed: the way there stands beside it. */
function FieldChoice() {
  const [chosen, setChosen] = useState<string>("name");
  const field = reportableFields.find((each) => each === chosen);
  const group = field && groupOf(field);
  return (
    <>
      <SelectField
        name="field"
        label={text.field}
        options={reportableFields.map((each) => [each, fieldName(each)])}
        value={chosen}
        onChoose={setChosen}
      />
      {group && (
        <p class="notice notice-info">
          {text.proposed} <a href={href(`/pengajuan?baru=${group}`)}>{text.propose}</a>
        </p>
      )}
    </>
  );
}
