import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Source } from "#shared/audit/source.ts";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { TextField } from "../forms/field.tsx";
import { type FieldProblem, Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { officer as text } from "../messages/officer.ts";
import { recordForms as forms } from "../messages/record-forms.ts";
import { ReviewStep } from "./review-step.tsx";
import { WayOut } from "./way-out.tsx";

interface ConfirmedFormProps<Name extends string, Request extends OneRequest> {
  readonly title: string;
  readonly names: readonly Name[];
  /** Which of them is the reason. */
  readonly reason: Name;
  readonly reasonHint?: string;
  readonly check: (values: Readonly<Record<Name, string>>) => readonly FieldProblem<Name>[];
  readonly requestOf: (values: Readonly<Record<Name, string>>) => Request;
  /** Asked once more, with whose card it is about. */
  readonly question: string;
  /** What will come of it. */
  readonly effect: (request: Request) => ComponentChildren;
  readonly confirm: (request: Request) => { readonly label: string; readonly takesAway: boolean };
  /** The words for refusals that only this form can meet. */
  readonly failures?: Readonly<Record<string, string>>;
  /** @throws Refusal, NoAnswer */
  readonly send: (request: Request) => Promise<() => void>;
  readonly cancel: () => void;
  /** The reason as it was typed before. */
  readonly begun?: string | undefined;
  /** The fields before the reason. */
  readonly children?: ComponentChildren;
}

interface OneRequest {
  readonly requestId: string;
  readonly reason: string;
  readonly source?: Source;
}

/**
 * A form with a reason, for what ends or suspends something: what it asks for is done after a dialog has asked once more.
 * Long: markup, in the order of the page.
 */
export function ConfirmedForm<Name extends string, Request extends OneRequest>(
  props: ConfirmedFormProps<Name, Request>,
) {
  const { title, names, check, requestOf, reason, cancel, question, begun, children } = props;
  const { reasonHint = forms.reasonHint } = props;
  const [request, setRequest] = useState<Request>();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current && closeDialog(dialog.current);
  return (
    <div class="narrow-form">
      <Form
        title={title}
        names={names}
        check={check}
        submit={forms.proceed}
        problems={forms.problems}
        send={async (values) => {
          setRequest(requestOf(values));
          if (dialog.current) openDialog(dialog.current);
        }}
      >
        {children}
        <TextField
          name={reason}
          label={`${text.reason} *`}
          hint={reasonHint}
          autoComplete="off"
          defaultValue={begun ?? ""}
        />
      </Form>
      <WayOut leave={cancel}>{common.cancel}</WayOut>
      <dialog ref={dialog} class="danger-zone" aria-labelledby="confirm-title">
        <h2 id="confirm-title" translate={false}>
          {question}
        </h2>
        {request && <Confirmation {...props} request={request} close={close} />}
      </dialog>
    </div>
  );
}

/** Long: markup, in the order of the page. */
function Confirmation<Name extends string, Request extends OneRequest>({
  request,
  close,
  question,
  effect,
  confirm,
  failures,
  send,
}: ConfirmedFormProps<Name, Request> & {
  readonly request: Request;
  readonly close: () => void;
}) {
  const { label, takesAway } = confirm(request);
  return (
    <ReviewStep
      key={request.requestId}
      title={question}
      reason={request.reason}
      source={request.source}
      submit={label}
      {...(takesAway && { look: "button button-danger" })}
      {...(failures && { failures })}
      save={async () => {
        const whenClosed = await send(request);
        close();
        whenClosed();
      }}
      back={{ label: common.cancel, go: close }}
    >
      {effect(request)}
    </ReviewStep>
  );
}
