import { absenceKinds } from "#shared/attendance/statuses.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { attendance as text } from "../messages/attendance.ts";
import { SelectField } from "../officer/select-field.tsx";
import { dayOfMonth } from "../workday/weekday-text.ts";
import { clockOf, isClock } from "./typed-clock.ts";

export type CorrectionAct =
  | {
      readonly act: "correct";
      readonly day: string;
      readonly in?: string;
      readonly out?: string;
      readonly absence?: (typeof absenceKinds)[number];
    }
  | { readonly act: "withdraw"; readonly id: string };

interface CorrectionFormProps {
  /** Of the month. */
  readonly days: readonly { readonly day: string }[];
  readonly send: (act: CorrectionAct, reason: string) => Promise<void>;
}

/** Another arrival, departure or reason of a day. Long: markup, in the order of the page. */
export function CorrectionForm({ days, send }: CorrectionFormProps) {
  return (
    <>
      <p>{text.correctLead}</p>
      <Form
        title={text.correct}
        names={["day", "in", "out", "absence", "reason"]}
        check={(values) => [
          ...problemsOf(values, { reason: required }),
          ...(["in", "out"] as const).flatMap((field) =>
            values[field].trim() === "" || isClock(values[field])
              ? []
              : [{ field, code: "malformed" } as const],
          ),
          ...(values.in.trim() + values.out.trim() + values.absence === ""
            ? [{ field: "in", code: "nothing-changed" } as const]
            : []),
        ]}
        submit={text.save}
        failures={text.failures}
        problems={{ malformed: text.wrongClock, "nothing-changed": text.nothingCorrected }}
        send={({ day: when, in: came, out: went, absence, reason }) => {
          const kind = absenceKinds.find((each) => each === absence);
          return send(
            {
              ...{ act: "correct", day: when },
              ...(came.trim() !== "" && { in: clockOf(came) }),
              ...(went.trim() !== "" && { out: clockOf(went) }),
              ...(kind && { absence: kind }),
            },
            reason,
          );
        }}
      >
        <SelectField
          name="day"
          label={`${text.correctDay} *`}
          options={days.map(({ day }) => [day, dayOfMonth(day)] as const)}
          value=""
        />
        <TextField name="in" label={text.in} hint={text.clockHint} autoComplete="off" />
        <TextField name="out" label={text.out} hint={text.clockHint} autoComplete="off" />
        <SelectField
          name="absence"
          label={text.absence}
          options={[
            ["", text.noAbsence],
            ...absenceKinds.map((each) => [each, text.statuses[each]] as const),
          ]}
          value=""
        />
        <ReasonField />
      </Form>
    </>
  );
}

function ReasonField() {
  return (
    <TextField name="reason" label={`${text.reason} *`} hint={text.reasonHint} autoComplete="off" />
  );
}

interface ReasonFormProps {
  readonly title: string;
  readonly send: (reason: string) => Promise<void>;
}

/** What is done with a reason alone: its title says what. */
export function ReasonForm({ title, send }: ReasonFormProps) {
  return (
    <Form
      title={title}
      names={["reason"]}
      check={(values) => problemsOf(values, { reason: required })}
      submit={title}
      failures={text.failures}
      send={({ reason }) => send(reason)}
    >
      <ReasonField />
    </Form>
  );
}
