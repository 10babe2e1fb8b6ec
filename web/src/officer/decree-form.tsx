import { useState } from "preact/hooks";
import {
  type DecreeField,
  type DecreeKind,
  decreeFields,
  decreeKinds,
  fieldsOfDecree,
  isLeave,
} from "#shared/decree/decree-fields.ts";
import { golonganOf } from "#shared/employee/golongan.ts";
import { kedudukanHukumName, kedudukanHukumOf } from "#shared/employee/kedudukan-hukum.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { keyedWhere } from "#shared/runtime/keyed.ts";
import { call } from "../api/member-client.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { decrees as text } from "../messages/decrees.ts";
import { personRequests } from "../messages/person-requests.ts";
import { recordFields } from "../messages/record-fields.ts";
import { recordForms } from "../messages/record-forms.ts";
import { AskSection } from "./ask-section.tsx";
import { DayField, day, dayOrNone } from "./day-field.tsx";
import { decreeDraft, type TypedTexts } from "./form-draft.ts";
import { KeptForm } from "./kept-form.tsx";
import { SelectField } from "./select-field.tsx";
import { UnitField } from "./unit-field.tsx";
import { valueText } from "./value-text.ts";

interface DecreeFormProps {
  readonly employee: EmployeeAnswer;
  readonly leave: () => void;
  readonly onAsked: () => void;
}

/** A decree is typed from its paper. */
export function DecreeForm({ employee, leave, onAsked }: DecreeFormProps) {
  return (
    <KeptForm draft={decreeDraft} id={employee.id}>
      {(begun) => <Paper {...{ employee, begun }} {...decreeDraft.way({ leave, onAsked })} />}
    </KeptForm>
  );
}

interface PaperProps extends DecreeFormProps {
  readonly begun: TypedTexts;
}

/** What a penyetuju decides. Which fields there are follows from its kind. Long: markup, in the order of the page. */
function Paper({ employee, begun, ...way }: PaperProps) {
  const kinds = decreeKinds.filter((kind) => kind !== "extension" || employee.kind !== "PNS");
  const [kind, setKind] = useState(kindAmong(kinds, begun.kind));
  const [position, setPosition] = useState(begun.kedudukanHukum ?? employee.kedudukanHukum);
  const hasUntil = kind === "position" && isLeave(position);
  return (
    <AskSection
      {...way}
      id="decree-form-title"
      about={employee}
      begun={begun.reason}
      words={{
        ...{ title: text.plan, hint: text.planHint, reasonHint: text.reasonHint },
        ...{ submit: text.submit, done: text.asked },
      }}
      problems={recordForms.problems}
      failures={{ ...recordForms.failures, ...text.failures }}
      names={[...decreeFields, "skNumber", "skDate", "tmt", "until"]}
      check={(values) => [
        ...fieldsOfDecree[kind].flatMap((field) =>
          values[field].trim() === "" ? [{ field, code: "required" } as const] : [],
        ),
        ...(kind === "extension" ? problemsOf(values, { contractEnd: dayOrNone }) : []),
        ...problemsOf(values, { skNumber: required, skDate: day, tmt: day }),
        ...(hasUntil ? problemsOf(values, { until: day }) : []),
      ]}
      ask={({ skNumber, skDate, tmt, until, ...values }, request) => {
        const { id, revision } = employee;
        const to = keyedWhere(fieldsOfDecree[kind], (field) => values[field]);
        const paper = { kind, skNumber, skDate, tmt, to, ...(hasUntil && { until }) };
        return call("POST /api/accounts/{id}/decrees", {
          params: { id },
          body: { ...request, revision, ...paper },
        });
      }}
    >
      <SelectField
        name="kind"
        label={text.kind}
        options={kinds.map((each) => [each, text.kinds[each]])}
        value={kind}
        onChoose={(chosen) => setKind(kindAmong(kinds, chosen))}
      />
      {fieldsOfDecree[kind].map((field) => (
        <DecreeInput key={field} {...{ field, employee, begun, setPosition }} />
      ))}
      {hasUntil && (
        <DayField
          name="until"
          label={`${text.until} *`}
          hint={text.untilHint}
          value={begun.until}
        />
      )}
      <TextField
        name="skNumber"
        label={`${text.skNumber} *`}
        autoComplete="off"
        defaultValue={begun.skNumber ?? ""}
      />
      <DayField name="skDate" label={`${text.skDate} *`} value={begun.skDate} />
      <DayField name="tmt" label={`${text.tmt} *`} hint={text.tmtHint} value={begun.tmt} />
    </AskSection>
  );
}

function kindAmong(kinds: readonly DecreeKind[], chosen: string | undefined): DecreeKind {
  return kinds.find((kind) => kind === chosen) ?? "promotion";
}

interface DecreeInputProps {
  readonly field: DecreeField;
  readonly employee: EmployeeAnswer;
  readonly begun: TypedTexts;
  readonly setPosition: (code: string) => void;
}

function DecreeInput({ field, employee, begun, setPosition }: DecreeInputProps) {
  const { kind } = employee;
  const value = begun[field] ?? employee[field] ?? "";
  const label = `${recordFields[field]} *`;
  switch (field) {
    case "golongan": {
      const options = golonganOf(kind).map((each) => [each, valueText(field, each)] as const);
      return <SelectField {...{ name: field, label, options, value }} />;
    }
    case "kedudukanHukum": {
      const codes = kedudukanHukumOf(kind);
      const options = codes.map((code) => [code, `${code} ${kedudukanHukumName(code)}`] as const);
      return <SelectField {...{ name: field, label, options, value, onChoose: setPosition }} />;
    }
    case "unitKerja":
      return <UnitField unit={value} hint={personRequests.newPerson.unitHint} />;
    case "contractEnd":
      return <DayField {...{ name: field, label, value }} />;
    default:
      return <TextField {...{ name: field, label, defaultValue: value, autoComplete: "off" }} />;
  }
}
