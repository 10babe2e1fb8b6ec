import type { AttendanceTerm, AttendanceTerms } from "#shared/attendance/attendance-terms.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { LinesField } from "../forms/lines-field.tsx";
import { attendance } from "../messages/attendance.ts";
import { rulesText as text } from "../messages/attendance-rules.ts";
import { DayField, day, dayOrNone } from "../officer/day-field.tsx";
import { SelectField } from "../officer/select-field.tsx";
import { SourceField } from "../workday/source-field.tsx";
import { type TermName, termIn, termText } from "./rule-text.ts";

interface TermFormProps {
  readonly name: TermName;
  /** As it is today. */
  readonly now: AttendanceTerms[TermName];
  readonly send: (term: AttendanceTerm, reason: string) => Promise<void>;
}

/** Another value of a term, from a day on. */
export function TermForm({ name, now, send }: TermFormProps) {
  return (
    <>
      <p>{text.termLead}</p>
      <Form
        title={text.changeTerm}
        names={["value", "from", "until", "source"]}
        check={({ value, ...values }) => [
          ...(termIn(value, now) === undefined
            ? [{ field: "value", code: "malformed" } as const]
            : []),
          ...problemsOf(values, { from: day, until: dayOrNone, source: required }),
        ]}
        submit={text.save}
        failures={attendance.failures}
        problems={{ malformed: text.wrongValue }}
        send={({ value, from, until, source }) =>
          send(
            {
              ...{ term: name, value: termIn(value, now) ?? "", from, source: source.trim() },
              ...(until !== "" && { until }),
              certainty: "text",
            },
            source.trim(),
          )
        }
      >
        <ValueField name={name} now={now} />
        <DayField name="from" label={`${text.from} *`} hint={text.termFromHint} />
        <DayField name="until" label={text.until} hint={text.untilHint} />
        <SourceField />
      </Form>
    </>
  );
}

function ValueField({ name, now }: Pick<TermFormProps, "name" | "now">) {
  const [label, begun] = [`${text.terms[name]} *`, termText(now)];
  if (typeof now === "number")
    return (
      <TextField
        name="value"
        label={label}
        hint={text.numberHint}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={begun}
      />
    );
  if (typeof now === "string")
    return (
      <SelectField
        name="value"
        label={label}
        options={(["hadir", "alpa"] as const).map((each) => [each, attendance.statuses[each]])}
        value={now}
      />
    );
  return (
    <LinesField
      name="value"
      label={label}
      hint={name === "codes" ? text.codesHint : text.gradesHint}
      begun={begun}
    />
  );
}
