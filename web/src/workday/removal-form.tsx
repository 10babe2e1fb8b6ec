import type { CalendarChange } from "#shared/workday/calendar-change.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { Form } from "../forms/form.tsx";
import { agencyCalendar as text } from "../messages/agency-calendar.ts";
import type { StepFormProps } from "./calendar-step.tsx";
import { SourceField } from "./source-field.tsx";

interface RemovalFormProps extends StepFormProps {
  readonly change: CalendarChange;
}

/** A day off or a pattern is taken away: by a decree, as it came. */
export function RemovalForm({ title, save, change }: RemovalFormProps) {
  return (
    <Form
      title={title}
      names={["source"]}
      check={(values) => problemsOf(values, { source: required })}
      submit={text.remove}
      look="button button-danger"
      failures={text.failures}
      send={({ source }) => save(change, source)}
    >
      <p>{text.removeHint}</p>
      <SourceField />
    </Form>
  );
}
