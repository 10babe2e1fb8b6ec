/** The sections of the form that its person fills in, and those that the office knows. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { OwnLeaveAnswer } from "#shared/leave/leave-answers.ts";
import type { AskedKind } from "#shared/leave/leave-kinds.ts";
import { type LeaveEvidence, reasonsOf } from "#shared/leave/leave-reasons.ts";
import { TextField } from "../forms/field.tsx";
import { leave as text } from "../messages/leave.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { DayField } from "../officer/day-field.tsx";
import { SelectField } from "../officer/select-field.tsx";
import { LeaveNotes } from "./leave-notes.tsx";
import { spanText } from "./leave-text.ts";
import { ReasonField } from "./reason-field.tsx";
import { SpecialInputs } from "./special-inputs.tsx";

type Values = Readonly<Record<string, string>>;
type Numeral = keyof typeof text.sections;

/** A section of the form by its legal name. */
export function FormSection({
  numeral,
  children,
}: {
  readonly numeral: Numeral;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset>
      <legend>
        <strong>
          {numeral}. {text.sections[numeral]}
        </strong>
      </legend>
      {children}
    </fieldset>
  );
}

export function Person({
  name,
  nip,
  jabatan,
  unitKerja,
  service,
}: Pick<OwnLeaveAnswer, "name" | "nip" | "jabatan" | "unitKerja" | "service">) {
  const facts = [
    [text.name, name],
    [text.nip, nip],
    [text.jabatan, jabatan],
    [text.unitKerja, unitKerja],
    [text.service, text.serviceText(service.years, service.months)],
  ];
  return (
    <dl class="own-record">
      {facts.map(([term, said]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd translate={false}>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

interface InputsProps {
  readonly own: OwnLeaveAnswer;
  readonly values: Values;
}

/** Long: markup, in the order of the form. */
export function LeaveInputs({ own, values }: InputsProps) {
  const first = own.kinds.find((each) => each === values.kind) ?? own.kinds[0] ?? "tahunan";
  const [kind, setKind] = useState<string>(first);
  const chosen = own.kinds.find((each) => each === kind) ?? first;
  return (
    <>
      <FormSection numeral="I">
        <Person {...own} />
      </FormSection>
      <FormSection numeral="II">
        <SelectField
          name="kind"
          label={`${text.kind} *`}
          options={own.kinds.map((each) => [each, leaveWords.kinds[each]])}
          value={first}
          onChoose={setKind}
        />
      </FormSection>
      <FormSection numeral="III">
        <Reason kind={chosen} value={values.reason} />
        <TextField
          name="words"
          label={`${text.words} *`}
          autoComplete="off"
          defaultValue={values.words ?? ""}
        />
        <SpecialInputs own={own} values={values} kind={chosen} />
      </FormSection>
      <FormSection numeral="IV">
        <DayField name="from" label={`${text.from} *`} value={values.from} />
        <DayField name="to" label={`${text.to} *`} value={values.to} />
        {chosen === "tahunan" && (
          <TextField
            name="travelDays"
            label={text.travelDays}
            hint={text.travelHint(own.terms.travelDays)}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={values.travelDays ?? ""}
          />
        )}
        {(chosen === "melahirkan" || chosen === "besar") && (
          <TextField
            name="birth"
            label={text.birth}
            hint={text.birthHint}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={values.birth ?? ""}
          />
        )}
      </FormSection>
      <FormSection numeral="V">
        <LeaveNotes {...own} />
      </FormSection>
      <FormSection numeral="VI">
        <SelectField
          name="abroad"
          label={text.place}
          options={[
            ["home", text.places.home],
            ["abroad", text.places.abroad],
          ]}
          value={values.abroad ?? "home"}
        />
        <TextField
          name="address"
          label={`${text.address} *`}
          autoComplete="street-address"
          defaultValue={values.address ?? ""}
        />
        <TextField
          name="phone"
          label={`${text.phone} *`}
          type="tel"
          autoComplete="tel"
          defaultValue={values.phone ?? ""}
        />
      </FormSection>
      <FormSection numeral="VII">
        <p translate={false}>{own.superior ?? text.nobody}</p>
      </FormSection>
      <FormSection numeral="VIII">
        <p translate={false}>{own.authority ?? text.nobody}</p>
      </FormSection>
    </>
  );
}

/** Of a closed list, where the kind has one; of an annual leave it is for the first year alone. */
function Reason({
  kind,
  value = "",
}: {
  readonly kind: AskedKind;
  readonly value?: string | undefined;
}) {
  const reasons = reasonsOf(kind);
  if (reasons.length === 0) return null;
  const isNeeded = kind !== "tahunan";
  return (
    <ReasonField
      key={kind}
      label={isNeeded ? `${text.reason} *` : text.reason}
      {...(!isNeeded && { hint: text.reasonHint })}
      options={[
        ...(isNeeded ? [] : [["", text.noReason] as const]),
        ...reasons.map((each) => [each, text.reasons[each]] as const),
      ]}
      value={value}
    />
  );
}

interface ShownProps extends InputsProps {
  readonly kind: AskedKind;
  readonly evidence: readonly LeaveEvidence[];
}

/** All of it once more, before it is sent. */
export function LeaveShown({ own, values, kind, evidence }: ShownProps) {
  const reasons: Readonly<Record<string, string>> = text.reasons;
  const { from = "", to = "", reason = "" } = values;
  const facts = [
    [text.sections.II, leaveWords.kinds[kind]],
    [text.sections.III, [reasons[reason], values.words].filter(Boolean).join(": ")],
    [text.sections.IV, spanText({ from, to })],
    [text.travelDays, values.travelDays],
    [text.birth, values.birth],
    [text.sections.VI, [values.address, values.phone].join(", ")],
    [text.proof, evidence.map((each) => text.evidence[each]).join("; ") || text.noProof],
    [text.decides.superior, own.superior ?? text.nobody],
    [text.decides.authority, own.authority ?? text.nobody],
  ].filter(([, said]) => said);
  return (
    <>
      <dl class="own-record">
        {facts.map(([term, said]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd translate={false}>{said}</dd>
          </div>
        ))}
      </dl>
      {kind === "cltn" && values.bkn !== "yes" && <p class="notice notice-info">{text.bkn}</p>}
    </>
  );
}
