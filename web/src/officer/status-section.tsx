import {
  kedudukanHukumName,
  kedudukanHukumOf,
  statusOf,
} from "#shared/employee/kedudukan-hukum.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { Icon } from "../components/icon.tsx";
import { problemsOf } from "../forms/checks.ts";
import type { FieldProblem } from "../forms/form.tsx";
import { officer as text } from "../messages/officer.ts";
import { recordForms as forms } from "../messages/record-forms.ts";
import { ConfirmedForm } from "./confirmed-form.tsx";
import { reasonProblem } from "./employee-change.ts";
import { orConflict } from "./or-conflict.ts";
import type { RecordSection } from "./record-step.ts";
import { SelectField } from "./select-field.tsx";
import { StepTitle } from "./step-title.tsx";

/**
 * Another kedudukan hukum, ending employment among them: with a reason, and asked once more before it is done.
 * Long: markup, in the order of the page.
 */
export function StatusSection({ employee, goTo, onSaved, onConflict }: RecordSection) {
  return (
    <section class="panel danger-zone" aria-labelledby="status-title">
      <StepTitle id="status-title">
        <Icon name="warning" /> {text.statusTitle}
      </StepTitle>
      <p class="hint">{text.statusHint}</p>
      <ConfirmedForm
        title={text.statusTitle}
        names={["kedudukanHukum", "statusReason"]}
        reason="statusReason"
        check={(values) => problemsOfStatus(employee, values)}
        requestOf={({ kedudukanHukum, statusReason }) => ({
          revision: employee.revision,
          requestId: crypto.randomUUID(),
          reason: statusReason.trim(),
          kedudukanHukum,
        })}
        question={forms.confirmStatus(employee.name)}
        effect={({ kedudukanHukum: to }) => (
          <>
            <p>
              <del>{kedudukanHukumName(employee.kedudukanHukum)}</del> →{" "}
              <ins>{kedudukanHukumName(to)}</ins>
            </p>
            <p>{forms.effect[statusOf(to)]}</p>
          </>
        )}
        confirm={({ kedudukanHukum: to }) => ({
          label: forms.confirm[statusOf(to)],
          takesAway: statusOf(to) !== "active",
        })}
        send={async (request) => {
          const { id } = employee;
          const saved = await orConflict(
            () =>
              call("POST /api/officer/employees/{id}/status", { params: { id }, body: request }),
            onConflict,
          );
          return () => onSaved(saved);
        }}
        cancel={() => goTo(undefined)}
      >
        <SelectField
          name="kedudukanHukum"
          label={`${forms.newStatus} *`}
          options={kedudukanHukumOf(employee.kind).map((code) => [
            code,
            `${code} ${kedudukanHukumName(code)}`,
          ])}
          value={employee.kedudukanHukum}
        />
      </ConfirmedForm>
    </section>
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
