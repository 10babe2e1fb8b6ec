import { TextField } from "../forms/field.tsx";
import { agencyCalendar as text } from "../messages/agency-calendar.ts";

/** The decree or circular that a change rests on. */
export function SourceField() {
  return (
    <TextField name="source" label={`${text.source} *`} hint={text.sourceHint} autoComplete="off" />
  );
}
