import type { ComponentChildren } from "preact";
import { agencyTextFields } from "#shared/agency/agency-rules.ts";
import { zones } from "#shared/runtime/zone.ts";
import { type Check, problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { agency as text } from "../messages/agency.ts";
import { reasonProblem } from "../officer/employee-change.ts";
import { askDraft, type TypedTexts } from "../officer/form-draft.ts";
import { KeptForm } from "../officer/kept-form.tsx";
import { SelectField } from "../officer/select-field.tsx";
import { type AgencyValues, type Choices, formFields } from "./agency-values.ts";

type Sent<Name extends string> = AgencyValues & Readonly<Record<"reason" | Name, string>>;

interface AgencyFormProps<Name extends string> {
  readonly title: string;
  /** Of the agency, for what was typed before; "new". */
  readonly id: string;
  readonly values: AgencyValues;
  readonly choices: Choices;
  readonly submit: string;
  /** What the form asks besides, above all else. */
  readonly more?: {
    readonly names: readonly Name[];
    readonly fields: (begun: TypedTexts) => ComponentChildren;
    readonly checks: Readonly<Record<Name, Check>>;
  };
  /** @throws Refusal, NoAnswer */
  readonly send: (values: Sent<Name>) => Promise<void>;
}

/** What is said of an agency, and why it is changed. Whether it has room on a card only the API knows, which measures letters. */
export function AgencyForm<Name extends string = never>(props: AgencyFormProps<Name>) {
  const { title, id, values, choices, submit, more, send } = props;
  return (
    <div class="narrow-form">
      <KeptForm draft={askDraft} id={`agency ${id}`}>
        {(begun) => (
          <Form<(typeof formFields)[number] | Name>
            title={title}
            names={[...(more?.names ?? []), ...formFields]}
            check={(said) => [
              ...(more ? problemsOf<Name>(said, more.checks) : []),
              ...problemsOf<"name" | "reason">(said, { name: required, reason: reasonProblem }),
            ]}
            submit={submit}
            failures={text.failures}
            problems={text.problems}
            send={async (said) => {
              await send(said);
              askDraft.forget();
            }}
          >
            {more?.fields(begun)}
            <AgencyFields values={{ ...values, ...begun }} choices={choices} />
            <TextField
              name="reason"
              label={`${text.reason} *`}
              hint={text.reasonHint}
              autoComplete="off"
              defaultValue={begun.reason ?? ""}
            />
          </Form>
        )}
      </KeptForm>
    </div>
  );
}

/** Long: markup, in the order of the page. */
function AgencyFields({ values, choices }: { values: AgencyValues; choices: Choices }) {
  const { emblems, palettes, usualTexts } = choices;
  const { fields, hints } = text;
  return (
    <>
      <TextField
        name="name"
        label={`${fields.name} *`}
        hint={hints.name}
        autoComplete="off"
        defaultValue={values.name}
      />
      <SelectField
        name="zone"
        label={fields.zone}
        hint={hints.zone}
        options={zones.map((zone) => [zone, zone] as const)}
        value={values.zone}
      />
      <TextField
        name="address"
        label={fields.address}
        hint={hints.address}
        autoComplete="off"
        defaultValue={values.address}
      />
      <SelectField
        name="emblem"
        label={fields.emblem}
        options={optionsOf(emblems)}
        value={values.emblem}
      />
      <SelectField
        name="palette"
        label={fields.palette}
        options={optionsOf(palettes)}
        value={values.palette}
      />
      {agencyTextFields.map((field) => (
        <TextField
          key={field}
          name={field}
          label={fields[field]}
          hint={hints.usual(usualTexts[field])}
          autoComplete="off"
          defaultValue={values[field]}
        />
      ))}
    </>
  );
}

/** The usual one is what is drawn where nothing is chosen. */
function optionsOf([usual = "", ...others]: readonly string[]) {
  return [["", text.usual(usual)] as const, ...others.map((name) => [name, name] as const)];
}
