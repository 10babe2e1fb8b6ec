import { useRef, useState } from "preact/hooks";
import {
  kedudukanHukumCodes,
  kedudukanHukumName,
  statusOf,
} from "#shared/employee/kedudukan-hukum.ts";
import type { EmployeeAnswer, EmployeeStatusRequest } from "#shared/http/contract.ts";
import { changeStatus } from "../api/officer-api.ts";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { type FieldProblem, Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { officer as text } from "../messages/officer.ts";
import { SelectField } from "./select-field.tsx";

interface StatusSectionProps {
  readonly employee: EmployeeAnswer;
  readonly onSaved: (employee: EmployeeAnswer) => void;
  readonly onConflict: () => void;
}

/** Another kedudukan hukum, ending employment among them: with a reason, and asked once more before it is done. */
export function StatusSection({ employee, onSaved, onConflict }: StatusSectionProps) {
  const [request, setRequest] = useState<EmployeeStatusRequest>();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current && closeDialog(dialog.current);
  return (
    <section class="panel" aria-labelledby="status-title">
      <h2 id="status-title">{text.statusTitle}</h2>
      <p class="hint">{text.statusHint}</p>
      <Form
        title={common.pages.employee}
        names={["kedudukanHukum", "statusReason"]}
        check={(values) => problemsOfStatus(employee, values)}
        submit={text.statusTitle}
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
          options={kedudukanHukumCodes.map((code) => [code, `${code} ${kedudukanHukumName(code)}`])}
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
      <dialog ref={dialog} aria-labelledby="confirm-title">
        <h2 id="confirm-title">{text.confirmStatus(employee.name)}</h2>
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

function Confirmation(
  props: StatusSectionProps & { request: EmployeeStatusRequest; close: () => void },
) {
  const { employee, request, close, onSaved, onConflict } = props;
  const to = request.kedudukanHukum;
  return (
    <>
      <p>
        <del>{kedudukanHukumName(employee.kedudukanHukum)}</del> →{" "}
        <ins>{kedudukanHukumName(to)}</ins>
      </p>
      <p>{text.effect[statusOf(to)]}</p>
      <Form
        key={request.requestId}
        title={text.confirmStatus(employee.name)}
        names={[]}
        check={() => []}
        submit={text.confirm}
        send={async () => {
          const saved = await changeStatus(employee.id, request);
          close();
          onSaved(saved);
        }}
        onFailure={({ code }) => code === "record-changed" && onConflict()}
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
    ...problemsOf(values, { statusReason: required }),
  ];
}
