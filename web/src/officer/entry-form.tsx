import { useRef, useState } from "preact/hooks";
import { backgroundFields } from "#shared/employee/background-fields.ts";
import {
  type EntryField,
  entryFields,
  isEntryNeeded,
  keptEntry,
  problemsOfEntry,
} from "#shared/employee/entry.ts";
import { fieldOf } from "#shared/employee/fields.ts";
import {
  kedudukanHukumName,
  kedudukanHukumOf,
  usualKedudukanHukum,
} from "#shared/employee/kedudukan-hukum.ts";
import { kindName } from "#shared/employee/kind-name.ts";
import {
  type EmployeeKind,
  employeeKinds,
  kindOfNip,
  numberKindOf,
  parseNip,
} from "#shared/employee/nip.ts";
import { keyed, keyedWhere } from "#shared/runtime/keyed.ts";
import { call } from "../api/member-client.ts";
import { problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { type FieldProblem, Form } from "../forms/form.tsx";
import { officePages } from "../messages/office-pages.ts";
import { officer } from "../messages/officer.ts";
import { personRequests } from "../messages/person-requests.ts";
import { recordFields } from "../messages/record-fields.ts";
import { recordForms } from "../messages/record-forms.ts";
import { DayField } from "./day-field.tsx";
import { reasonProblem } from "./employee-change.ts";
import { type EntryDraft, entryDraft } from "./entry-draft.ts";
import { SelectField } from "./select-field.tsx";
import { termHint } from "./term-hint.ts";
import { UnitField } from "./unit-field.tsx";
import { valueText } from "./value-text.ts";

const text = personRequests.newPerson;
const names = [...entryFields, "reason"] as const;
type Name = (typeof names)[number];
type Values = Readonly<Record<Name, string>>;

interface EntryFormProps {
  /** What was typed before. */
  readonly begun: EntryDraft;
  readonly onAsked: (name: string) => void;
}

/** Long: markup, in the order of the page. All fields of a record: which of them there are, and what may be chosen, depends on the kind, of which the number tells. */
export function EntryForm({ begun, onAsked }: EntryFormProps) {
  const [typed, setTyped] = useState<EntryDraft>(begun);
  const kinds = kindsOf(typed.nip);
  const kind = kindAmong(kinds, typed.kind);
  const { tmt = "", contractEnd } = typed;
  const hints: Readonly<Partial<Record<EntryField, string | undefined>>> = {
    unitKerja: text.unitHint,
    email: text.emailHint,
    contractEnd: termHint({ kind, tmt, contractEnd }),
  };
  // The same until it is answered: a request whose answer was lost does not ask twice.
  const requestId = useRef(crypto.randomUUID());
  const follow = (form: HTMLFormElement) => {
    const values = valuesOf(form);
    const now = keyedWhere(names, (name) => values[name] || undefined);
    entryDraft.keep(now);
    setTyped(now);
  };
  const chosen = { kind, kedudukanHukum: positionAmong(kind, typed.kedudukanHukum) };
  const inputs = (fields: readonly EntryField[]) =>
    fields
      .filter((field) => fieldOf(field).kinds[kind] !== "none")
      .map((field) => (
        <EntryInput
          key={field}
          {...{ field, kind, kinds, hint: hints[field] }}
          value={{ ...begun, ...chosen }[field] ?? ""}
        />
      ));
  return (
    <div
      class="narrow-form"
      onInput={({ currentTarget }) => {
        const form = currentTarget.querySelector("form");
        if (form) follow(form);
      }}
    >
      <Form<Name | "form">
        title={officePages.newPerson}
        names={names}
        check={(values) => problemsOfForm({ ...values, kind })}
        submit={text.submit}
        problems={recordForms.problems}
        failures={{ ...recordForms.failures, ...personRequests.failures }}
        send={async ({ reason, ...typed }) => {
          const entry = entryOf({ ...typed, reason, kind });
          const body = { entry, reason: reason.trim(), requestId: requestId.current };
          const { change } = await call("POST /api/accounts/people", { body });
          onAsked((change.kind === "new-person" && change.entry.name) || "");
        }}
      >
        <p class="hint">{recordForms.editHint}</p>
        {inputs(entryFields.filter((field) => !Object.hasOwn(backgroundFields, field)))}
        <fieldset>
          <legend>{recordForms.background}</legend>
          {inputs(entryFields.filter((field) => Object.hasOwn(backgroundFields, field)))}
        </fieldset>
        <TextField
          name="reason"
          label={`${officer.reason} *`}
          hint={text.reasonHint}
          autoComplete="off"
          defaultValue={begun.reason ?? ""}
        />
      </Form>
    </div>
  );
}

interface EntryInputProps {
  readonly field: EntryField;
  readonly kind: EmployeeKind;
  readonly kinds: readonly EmployeeKind[];
  readonly value: string;
  readonly hint: string | undefined;
}

function EntryInput({ field, kind, kinds, value, hint }: EntryInputProps) {
  const { type } = fieldOf(field);
  const star = isEntryNeeded(field, kind) ? " *" : "";
  const label = `${recordFields[field]}${star}`;
  const options = optionsOf(field, kind, kinds);
  if (options) return <SelectField name={field} label={label} options={options} value={value} />;
  if (field === "unitKerja") return <UnitField unit={value} label={label} hint={hint} />;
  if (type === "date") return <DayField {...{ name: field, label, hint, value }} />;
  return (
    <TextField {...{ name: field, label, type, hint }} defaultValue={value} autoComplete="off" />
  );
}

function optionsOf(field: EntryField, kind: EmployeeKind, kinds: readonly EmployeeKind[]) {
  if (field === "kind") return kinds.map((each) => [each, kindName(each)] as const);
  if (field === "kedudukanHukum")
    return kedudukanHukumOf(kind).map(
      (code) => [code, `${code} ${kedudukanHukumName(code)}`] as const,
    );
  const { options, kinds: needs } = fieldOf(field);
  const choices = options && ["", ...options(kind)];
  return choices
    ?.filter((choice) => choice !== "" || needs[kind] !== "none")
    .map((choice) => [choice, valueText(field, choice)] as const);
}

/** Which kinds have such a number; all while it is none. */
function kindsOf(nip = ""): readonly EmployeeKind[] {
  const number = parseNip(nip);
  return number
    ? employeeKinds.filter((kind) => numberKindOf(kind) === kindOfNip(number))
    : employeeKinds;
}

/** The one that was chosen, where the number allows it. */
function kindAmong(kinds: readonly EmployeeKind[], chosen: string | undefined): EmployeeKind {
  return kinds.find((kind) => kind === chosen) ?? kinds[0] ?? "PNS";
}

/** The one that was chosen, where the kind has it: else a browser would choose the first, which is seldom right. */
function positionAmong(kind: EmployeeKind, chosen: string | undefined): string | undefined {
  return kedudukanHukumOf(kind).find((code) => code === chosen) ?? usualKedudukanHukum(kind);
}

function valuesOf(form: HTMLFormElement): Values {
  const data = new FormData(form);
  return keyed(names, (name) => String(data.get(name) ?? ""));
}

/** The form has no field that the kind never has. */
function entryOf(values: Values) {
  return keptEntry(keyed(entryFields, (field) => values[field] ?? ""));
}

function problemsOfForm(values: Values): FieldProblem<Name | "form">[] {
  const wrong = problemsOfEntry(entryOf(values), new Date().getFullYear()).flatMap(
    ({ field, ...problem }) => {
      const name = names.find((each) => each === field);
      return name ? [{ ...problem, field: name }] : [];
    },
  );
  return [...wrong, ...problemsOf(values, { reason: reasonProblem })];
}
