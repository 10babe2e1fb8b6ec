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
import { recordFields } from "../messages/record-fields.ts";
import { recordForms as forms } from "../messages/record-forms.ts";
import { ConfirmedForm } from "./confirmed-form.tsx";
import { reasonProblem } from "./employee-change.ts";
import { orConflict } from "./or-conflict.ts";
import type { RecordSection } from "./record-step.ts";
import { SelectField } from "./select-field.tsx";
import {
  problemsOfSource,
  SourceFields,
  type SourceTexts,
  sourceNames,
  sourceOf,
} from "./source-fields.tsx";
import { StepTitle } from "./step-title.tsx";

/**
 * Asks a penyetuju for another kedudukan hukum, the end of employment among them: with a reason, and looked at once more before.
 * Long: markup, in the order of the page.
 */
export function StatusSection({ employee, goTo, onAsked, onConflict }: RecordSection) {
  return (
    <section class="panel danger-zone" aria-labelledby="status-title">
      <StepTitle id="status-title">
        <Icon name="warning" /> {text.statusTitle}
      </StepTitle>
      <p class="hint">{text.statusHint}</p>
      <p class="hint">{forms.urgent}</p>
      <ConfirmedForm
        title={text.statusTitle}
        names={["kedudukanHukum", ...sourceNames, "statusReason"]}
        reason="statusReason"
        check={(values) => problemsOfStatus(employee, values)}
        requestOf={({ kedudukanHukum, statusReason, ...typed }) => ({
          revision: employee.revision,
          requestId: crypto.randomUUID(),
          reason: statusReason.trim(),
          ...sourceOf(typed),
          values: { kedudukanHukum },
        })}
        question={forms.confirmStatus(employee.name)}
        effect={({ values: { kedudukanHukum: to } }) => (
          <>
            <p>
              <del>{kedudukanHukumName(employee.kedudukanHukum)}</del> →{" "}
              <ins>{kedudukanHukumName(to)}</ins>
            </p>
            <p>{forms.effect[statusOf(to)]}</p>
            <p>{forms.ask.hint(recordFields.kedudukanHukum)}</p>
          </>
        )}
        confirm={() => ({ label: forms.ask.submit, takesAway: false })}
        send={async (request) => {
          const { id } = employee;
          const params = { id };
          await orConflict(
            () => call("POST /api/accounts/{id}/record-change", { params, body: request }),
            onConflict,
          );
          return () => onAsked(forms.ask.done);
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
        <SourceFields />
      </ConfirmedForm>
    </section>
  );
}

type StatusValues = SourceTexts & Readonly<Record<"kedudukanHukum" | "statusReason", string>>;

function problemsOfStatus(
  employee: EmployeeAnswer,
  values: StatusValues,
): FieldProblem<keyof StatusValues>[] {
  const same = values.kedudukanHukum === employee.kedudukanHukum;
  return [
    ...(same ? [{ field: "kedudukanHukum", code: "nothing-changed" } as const] : []),
    ...problemsOfSource(values),
    ...problemsOf(values, { statusReason: reasonProblem }),
  ];
}
