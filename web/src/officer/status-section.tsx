import { useRef, useState } from "preact/hooks";
import {
  kedudukanHukumName,
  kedudukanHukumOf,
  statusOf,
} from "#shared/employee/kedudukan-hukum.ts";
import type { EmployeeAnswer, EmployeeStatusRequest } from "#shared/http/contract.ts";
import { changeStatus } from "../api/records-api.ts";
import { Icon } from "../components/icon.tsx";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { type FieldProblem, Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { officer as text } from "../messages/officer.ts";
import { reasonProblem } from "./employee-change.ts";
import { orConflict } from "./or-conflict.ts";
import type { GoTo } from "./record-step.ts";
import { SelectField } from "./select-field.tsx";
import { StepTitle } from "./step-title.tsx";
import { reviewedName } from "./value-text.ts";

interface StatusSectionProps {
  readonly employee: EmployeeAnswer;
  readonly goTo: GoTo;
  readonly onSaved: (employee: EmployeeAnswer) => void;
  readonly onConflict: () => Promise<void>;
}

/** Where the record stands by law, and the way to change that: apart from all else, because it can end a card. */
export function StatusPanel({ employee, goTo }: Pick<StatusSectionProps, "employee" | "goTo">) {
  const { kedudukanHukum } = employee;
  return (
    <section class="panel danger-zone" aria-labelledby="status-title">
      <h2 id="status-title">
        <Icon name="warning" /> {text.fields.kedudukanHukum}
      </h2>
      <p>
        <strong>{kedudukanHukumName(kedudukanHukum) ?? kedudukanHukum}</strong>
      </p>
      <p class="hint">{text.statusHint}</p>
      <button class="button button-danger" type="button" onClick={() => goTo("kedudukan")}>
        {text.statusTitle}…
      </button>
    </section>
  );
}

/** Another kedudukan hukum, ending employment among them: with a reason, and asked once more before it is done. */
export function StatusSection({ employee, goTo, onSaved, onConflict }: StatusSectionProps) {
  const [request, setRequest] = useState<EmployeeStatusRequest>();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current && closeDialog(dialog.current);
  return (
    <section class="panel danger-zone" aria-labelledby="status-title">
      <StepTitle id="status-title">
        <Icon name="warning" /> {text.statusTitle}
      </StepTitle>
      <p class="hint">{text.statusHint}</p>
      <div class="narrow-form">
        <Form
          title={text.statusTitle}
          names={["kedudukanHukum", "statusReason"]}
          check={(values) => problemsOfStatus(employee, values)}
          submit={text.statusNext}
          send={async ({ kedudukanHukum, statusReason }) => {
            const { revision } = employee;
            const reason = statusReason.trim();
            setRequest({ revision, requestId: crypto.randomUUID(), reason, kedudukanHukum });
            if (dialog.current) openDialog(dialog.current);
          }}
        >
          <SelectField
            name="kedudukanHukum"
            label={`${text.newStatus} *`}
            options={kedudukanHukumOf(employee.kind).map((code) => [
              code,
              `${code} ${kedudukanHukumName(code)}`,
            ])}
            value={employee.kedudukanHukum}
          />
          <TextField
            name="statusReason"
            label={`${text.reason} *`}
            hint={text.reasonHint}
            maxLength={500}
            autoComplete="off"
          />
        </Form>
        <p class="after-form">
          <button class="button button-quiet" type="button" onClick={() => goTo(undefined)}>
            {common.cancel}
          </button>
        </p>
      </div>
      <dialog ref={dialog} class="danger-zone" aria-labelledby="confirm-title">
        <h2 id="confirm-title" translate={false}>
          {text.confirmStatus(employee.name)}
        </h2>
        {request && (
          <Confirmation
            employee={employee}
            request={request}
            close={close}
            onConflict={onConflict}
            onSaved={onSaved}
          />
        )}
      </dialog>
    </section>
  );
}

interface ConfirmationProps
  extends Pick<StatusSectionProps, "employee" | "onSaved" | "onConflict"> {
  readonly request: EmployeeStatusRequest;
  readonly close: () => void;
}

function Confirmation({ employee, request, close, onSaved, onConflict }: ConfirmationProps) {
  const to = request.kedudukanHukum;
  return (
    <>
      <p>
        <del>{kedudukanHukumName(employee.kedudukanHukum)}</del> →{" "}
        <ins>{kedudukanHukumName(to)}</ins>
      </p>
      <p>{text.effect[statusOf(to)]}</p>
      <p>
        <strong>{text.reason}:</strong> {request.reason}
      </p>
      <Form
        key={request.requestId}
        title={text.confirmStatus(employee.name)}
        names={[]}
        check={() => []}
        submit={text.confirm[statusOf(to)]}
        nameOf={reviewedName}
        {...(statusOf(to) !== "active" && { look: "button button-danger" })}
        send={async () => {
          const saved = await orConflict(() => changeStatus(employee.id, request), onConflict);
          close();
          onSaved(saved);
        }}
      >
        {null}
      </Form>
      <p class="after-form">
        <button class="button button-quiet" type="button" onClick={close}>
          {common.cancel}
        </button>
      </p>
    </>
  );
}

function problemsOfStatus(
  employee: EmployeeAnswer,
  values: Readonly<Record<"kedudukanHukum" | "statusReason", string>>,
): FieldProblem<"kedudukanHukum" | "statusReason">[] {
  const same = values.kedudukanHukum === employee.kedudukanHukum;
  return [
    ...(same ? [{ field: "kedudukanHukum", code: "nothing-changed" } as const] : []),
    ...problemsOf(values, { statusReason: reasonProblem }),
  ];
}
