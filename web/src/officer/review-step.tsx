import type { ComponentChildren } from "preact";
import type { Source } from "#shared/audit/source.ts";
import { type FieldProblem, Form } from "../forms/form.tsx";
import { changeForms } from "../messages/change-forms.ts";
import { evidence } from "../messages/evidence.ts";
import { officer as text } from "../messages/officer.ts";
import { recordForms as forms } from "../messages/record-forms.ts";
import { sourceText } from "./source-fields.tsx";
import { reviewedName } from "./value-text.ts";
import { WayOut } from "./way-out.tsx";

interface ReviewStepProps<Name extends string> {
  readonly title: string;
  readonly reason: string;
  readonly submit: string;
  /** Of the button, where it takes something away. */
  readonly look?: "button button-danger";
  readonly failures?: Readonly<Record<string, string>>;
  /** What is still to be decided here, if anything is. */
  readonly names?: readonly Name[];
  readonly check?: () => readonly FieldProblem<Name>[];
  /** The decree or letter behind it. */
  readonly source?: Source | undefined;
  /** @throws Refusal, NoAnswer */
  readonly save: () => Promise<void>;
  readonly back: { readonly label: string; readonly go: () => void };
  /** What will come of it. */
  readonly children: ComponentChildren;
}

/** What was asked for and why, looked at once more before it is done. */
export function ReviewStep<Name extends string = never>(props: ReviewStepProps<Name>) {
  const { reason, source, save, back, children, names = [], check = () => [], ...form } = props;
  return (
    <>
      <Form<Name>
        failures={forms.failures}
        problems={{ ...forms.problems, ...evidence.problems }}
        {...form}
        names={names}
        check={check}
        send={save}
        nameOf={reviewedName}
      >
        {children}
        <p>
          <strong>{text.reason}:</strong> {reason}
        </p>
        {source && (
          <p>
            <strong>{changeForms.source.title}:</strong> {sourceText(source)}
            {source.file && `, ${changeForms.source.filed}`}
          </p>
        )}
      </Form>
      <WayOut leave={back.go}>{back.label}</WayOut>
    </>
  );
}
