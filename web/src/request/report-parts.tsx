import { useState } from "preact/hooks";
import { groupOf } from "#shared/employee/fields.ts";
import type { OwnFields } from "#shared/request-kinds/request-kind-answers.ts";
import { longestReported } from "#shared/wrong-data/reportable-fields.ts";
import { TextField } from "../forms/field.tsx";
import { href } from "../language.ts";
import { requestKinds } from "../messages/request-kinds.ts";
import { requests } from "../messages/requests.ts";
import { SelectField } from "../officer/select-field.tsx";
import { fieldName, valueText } from "../officer/value-text.ts";
import type { FormPart, KindParts, Typed } from "./form-part.ts";
import { reportWord } from "./form-words.ts";
import type { Draft } from "./request-draft.ts";

const { report } = requestKinds;
type Reportable = OwnFields["reportable"];

/** That a datum of the own record or card is wrong. */
export const reportParts: KindParts = {
  named: (_word, { reportable }) => partOf(reportable.filter(({ open }) => !open)),
  about: (request, { reportable }) => {
    if (request.kind !== "wrong-data") return undefined;
    const { field, right, note = "" } = request.content;
    const own = reportable.filter(({ field: each, open }) => each === field || !open);
    const part = partOf(own);
    return part && { part, typed: { values: { field, right }, note } };
  },
};

/** @param fields none of which is reported already */
function partOf(fields: Reportable): FormPart | undefined {
  const [first] = fields;
  if (!first) return undefined;
  const fieldIn = ({ values }: Pick<Draft, "values">) =>
    fields.find(({ field }) => field === values.field) ?? first;
  const rightIn = ({ values }: Typed) => values.right?.trim() ?? "";
  return {
    ...{ slot: reportWord, heading: report.title, hint: report.hint, open: undefined },
    fields: ["field", "right"],
    nameOf: (field) => (field === "field" ? report.field : report.right),
    keptOf: (_field, typed) => typed,
    problemsOf: (draft) => {
      const right = rightIn(draft);
      if (right === "") return [{ field: "right", code: "required" }];
      if (right.length > longestReported)
        return [{ field: "right", code: "too-long", params: { max: longestReported } }];
      return right === fieldIn(draft).value ? [{ field: "right", code: "nothing-changed" }] : [];
    },
    askedOf: (draft) => {
      const [{ field }, right, note] = [fieldIn(draft), rightIn(draft), draft.note.trim()];
      if (right === "") return undefined;
      return { kind: "wrong-data", content: { field, right, ...(note !== "" && { note }) } };
    },
    needsFile: () => false,
    note: { label: requests.note, hint: report.noteHint },
    Inputs: ({ draft }) => <Inputs fields={fields} draft={draft} first={fieldIn(draft)} />,
    Shown: ({ draft }) => (
      <dl class="own-record">
        <div>
          <dt>{fieldName(fieldIn(draft).field)}</dt>
          <dd translate={false}>{valueText(fieldIn(draft).field, fieldIn(draft).value)}</dd>
        </div>
        <div>
          <dt>{report.right}</dt>
          <dd translate={false}>{rightIn(draft)}</dd>
        </div>
      </dl>
    ),
  };
}

interface InputsProps {
  readonly fields: Reportable;
  readonly draft: Draft;
  readonly first: Reportable[number];
}

/** A change of what can be proposed is decided with its papers: the way there stands beside it. */
function Inputs({ fields, draft, first }: InputsProps) {
  const [chosen, setChosen] = useState<string>(first.field);
  const { field, value } = fields.find((each) => each.field === chosen) ?? first;
  const group = groupOf(field);
  return (
    <>
      <SelectField
        name="field"
        label={`${report.field} *`}
        options={fields.map((each) => [each.field, fieldName(each.field)])}
        value={chosen}
        onChoose={setChosen}
      />
      <p>
        {report.stands}: <span translate={false}>{valueText(field, value)}</span>
      </p>
      {group && (
        <p class="notice notice-info">
          {report.proposed} <a href={href(`/pengajuan?baru=${group}`)}>{report.propose}</a>
        </p>
      )}
      <TextField
        name="right"
        label={`${report.right} *`}
        autoComplete="off"
        defaultValue={draft.values.right ?? ""}
      />
    </>
  );
}
