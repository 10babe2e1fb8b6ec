import { problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { agency } from "../messages/agency.ts";
import { agencyDetail as text } from "../messages/agency-detail.ts";
import { reasonProblem } from "../officer/employee-change.ts";

interface RepeatNamesProps {
  /** @throws Refusal, NoAnswer */
  readonly repeat: (reason: string) => Promise<unknown>;
  readonly onBegun: () => void;
}

/** Carries the agency's name into its records once more; whose record has it is left alone. */
export function RepeatNames({ repeat, onBegun }: RepeatNamesProps) {
  return (
    <details>
      <summary>{text.repeat}</summary>
      <p class="hint">{text.repeatHint}</p>
      <div class="narrow-form">
        <Form
          title={text.repeat}
          names={["repeat-reason"]}
          check={(said) => problemsOf(said, { "repeat-reason": reasonProblem })}
          submit={text.repeatSubmit}
          look="button button-quiet"
          failures={agency.failures}
          send={async ({ "repeat-reason": reason }) => {
            await repeat(reason.trim());
            onBegun();
          }}
        >
          <TextField
            name="repeat-reason"
            label={`${agency.reason} *`}
            hint={agency.reasonHint}
            autoComplete="off"
          />
        </Form>
      </div>
    </details>
  );
}
