import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { agencyCalendar as text } from "../messages/agency-calendar.ts";
import { DayField, day, dayOrNone } from "../officer/day-field.tsx";
import type { StepFormProps } from "./calendar-step.tsx";
import { SourceField } from "./source-field.tsx";

/** One day off of the agency, or several one after the other. */
export function HolidayForm({ title, save }: StepFormProps) {
  return (
    <Form
      title={title}
      names={["name", "from", "until", "source"]}
      check={(values) =>
        problemsOf(values, { name: required, from: day, until: dayOrNone, source: required })
      }
      submit={text.save}
      failures={text.failures}
      problems={text.problems}
      send={({ name, from, until, source }) =>
        save(
          {
            ...{ action: "add-holiday", name: name.trim(), from },
            ...(until !== "" && { until }),
          },
          source,
        )
      }
    >
      <TextField name="name" label={`${text.name} *`} hint={text.nameHint} autoComplete="off" />
      <DayField name="from" label={`${text.firstDay} *`} />
      <DayField name="until" label={text.lastDay} hint={text.lastDayHint} />
      <SourceField />
    </Form>
  );
}
