import type { ComponentChildren } from "preact";
import { Form } from "../forms/form.tsx";
import { officer as text } from "../messages/officer.ts";
import { recordForms as forms } from "../messages/record-forms.ts";
import { reviewedName } from "./value-text.ts";
import { WayOut } from "./way-out.tsx";

interface ReviewStepProps {
  readonly title: string;
  readonly reason: string;
  readonly submit: string;
  /** Of the button, where it takes something away. */
  readonly look?: "button button-danger";
  readonly failures?: Readonly<Record<string, string>>;
  /** @throws Refusal, NoAnswer */
  readonly save: () => Promise<void>;
  readonly back: { readonly label: string; readonly go: () => void };
  /** What will come of it. */
  readonly children: ComponentChildren;
}

/** What was asked for and why, looked at once more before it is done. */
export function ReviewStep({ reason, save, back, children, ...form }: ReviewStepProps) {
  return (
    <>
      <Form
        {...form}
        names={[]}
        check={() => []}
        send={save}
        nameOf={reviewedName}
        failures={forms.failures}
      >
        {children}
        <p>
          <strong>{text.reason}:</strong> {reason}
        </p>
      </Form>
      <WayOut leave={back.go}>{back.label}</WayOut>
    </>
  );
}
