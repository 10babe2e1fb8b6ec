import { useState } from "preact/hooks";
import {
  kedudukanHukumName,
  kedudukanHukumOf,
  positionOfDead,
  statusOf,
} from "#shared/employee/kedudukan-hukum.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { Icon } from "../components/icon.tsx";
import { problemsOf } from "../forms/checks.ts";
import type { FieldProblem } from "../forms/form.tsx";
import { changeForms } from "../messages/change-forms.ts";
import { officer as text } from "../messages/officer.ts";
import { recordFields } from "../messages/record-fields.ts";
import { recordForms as forms } from "../messages/record-forms.ts";
import { ConfirmedForm } from "./confirmed-form.tsx";
import { DayField, day } from "./day-field.tsx";
import { reasonProblem } from "./employee-change.ts";
import { EvidenceField } from "./evidence-field.tsx";
import { statusDraft, type TypedTexts } from "./form-draft.ts";
import { KeptForm } from "./kept-form.tsx";
import { orConflict } from "./or-conflict.ts";
import type { RecordSection } from "./record-step.ts";
import { SelectField } from "./select-field.tsx";
import {
  type FileTexts,
  fileNames,
  problemsOfSource,
  SourceFields,
  type SourceTexts,
  sourceNames,
  sourceOf,
} from "./source-fields.tsx";
import { StepTitle } from "./step-title.tsx";

/** Asks a penyetuju for another kedudukan hukum, the end of employment among them: with a reason, and looked at once more before. */
export function StatusSection(section: RecordSection) {
  const { employee, goTo, onAsked } = section;
  return (
    <section class="panel danger-zone" aria-labelledby="status-title">
      <StepTitle id="status-title">
        <Icon name="warning" /> {text.statusTitle}
      </StepTitle>
      <p class="hint">{text.statusHint}</p>
      <p class="hint">{changeForms.urgent}</p>
      <KeptForm draft={statusDraft} id={employee.id}>
        {(begun) => (
          <StatusForm
            {...{ ...section, begun }}
            goTo={statusDraft.over(goTo)}
            onAsked={statusDraft.over(onAsked)}
          />
        )}
      </KeptForm>
    </section>
  );
}

interface StatusFormProps extends RecordSection {
  readonly begun: TypedTexts;
}

/** Long: markup, in the order of the page. */
function StatusForm({ employee, goTo, onAsked, onConflict, begun }: StatusFormProps) {
  const [chosen, choose] = useState(begun.kedudukanHukum ?? employee.kedudukanHukum);
  return (
    <ConfirmedForm
      title={text.statusTitle}
      names={["kedudukanHukum", "diedOn", ...sourceNames, ...fileNames, "statusReason"]}
      reason="statusReason"
      begun={begun.statusReason}
      check={(values) => problemsOfStatus(employee, values)}
      requestOf={({ statusReason, ...typed }) => ({
        revision: employee.revision,
        requestId: crypto.randomUUID(),
        reason: statusReason.trim(),
        ...sourceOf(typed),
        values: valuesOf(employee, typed),
      })}
      question={forms.confirmStatus(employee.name)}
      effect={({ values }) => <Effect employee={employee} values={values} />}
      confirm={() => ({ label: changeForms.ask.submit, takesAway: false })}
      send={async (request) => {
        const { id } = employee;
        const params = { id };
        await orConflict(
          () => call("POST /api/accounts/{id}/record-change", { params, body: request }),
          onConflict,
        );
        return () => onAsked(changeForms.ask.done);
      }}
      cancel={() => goTo(undefined)}
    >
      <SelectField
        name="kedudukanHukum"
        label={`${forms.newStatus} *`}
        options={[
          ...kedudukanHukumOf(employee.kind).map(
            (code) => [code, `${code} ${kedudukanHukumName(code)}`] as const,
          ),
          [death, changeForms.died.option],
        ]}
        value={chosen}
        onChoose={choose}
      />
      {chosen === death && (
        <DayField name="diedOn" label={`${changeForms.died.day} *`} value={begun.diedOn} />
      )}
      <SourceFields typed={begun} />
      <EvidenceField id={employee.id} typed={begun} />
    </ConfirmedForm>
  );
}

type StatusValues = SourceTexts &
  FileTexts &
  Readonly<Record<"kedudukanHukum" | "diedOn" | "statusReason", string>>;
type Position = Pick<StatusValues, "kedudukanHukum" | "diedOn">;

/** Another way to end: its code depends on the kind. */
const death = "meninggal";

/** Who comes back has not died. */
function valuesOf(
  { kind, diedOn }: EmployeeAnswer,
  typed: Position,
): Readonly<{ kedudukanHukum: string; diedOn?: string }> {
  const { kedudukanHukum } = typed;
  if (kedudukanHukum === death)
    return { kedudukanHukum: positionOfDead(kind), diedOn: typed.diedOn };
  return { kedudukanHukum, ...(diedOn && statusOf(kedudukanHukum) !== "ended" && { diedOn: "" }) };
}

/** Old and new, and what comes of it. */
function Effect({
  employee,
  values: { kedudukanHukum: to, diedOn },
}: {
  readonly employee: EmployeeAnswer;
  readonly values: ReturnType<typeof valuesOf>;
}) {
  const comesBack = employee.status !== "active" && statusOf(to) === "active";
  return (
    <>
      <p>
        <del>{kedudukanHukumName(employee.kedudukanHukum)}</del> →{" "}
        <ins>{kedudukanHukumName(to)}</ins>
      </p>
      {diedOn && (
        <p>
          <strong>{changeForms.died.day}:</strong> {dayText(diedOn)}
        </p>
      )}
      <p>{diedOn ? changeForms.died.effect : forms.effect[statusOf(to)]}</p>
      {comesBack && <p>{employee.diedOn ? changeForms.died.undone : changeForms.comesBack}</p>}
      <p>{changeForms.ask.hint(recordFields.kedudukanHukum)}</p>
    </>
  );
}

function problemsOfStatus(
  employee: EmployeeAnswer,
  values: StatusValues,
): FieldProblem<keyof StatusValues>[] {
  const { kedudukanHukum, diedOn } = values;
  const same = kedudukanHukum === employee.kedudukanHukum;
  return [
    ...(same ? [{ field: "kedudukanHukum", code: "nothing-changed" } as const] : []),
    ...(kedudukanHukum === death ? problemsOf({ diedOn }, { diedOn: day }) : []),
    ...problemsOfSource(values),
    ...problemsOf(values, { statusReason: reasonProblem }),
  ];
}
