import { useEffect, useState } from "preact/hooks";
import { problemsOf as problemsOfChange } from "#shared/employee/employee-rules.ts";
import { editableFields, fieldOf } from "#shared/employee/fields.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { keyed, keyedWhere } from "#shared/runtime/keyed.ts";
import { problemsOf } from "../forms/checks.ts";
import { type FieldProblem, Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { officer as text } from "../messages/officer.ts";
import { recordForms as forms } from "../messages/record-forms.ts";
import { ChangeReview, type Checked } from "./change-review.tsx";
import { type Draft, draftOf, forgetDraft, keepDraft } from "./draft.ts";
import { asChanges, differences, editableValues, reasonProblem } from "./employee-change.ts";
import { EmployeeFields } from "./employee-fields.tsx";
import type { RecordSection } from "./record-step.ts";
import { fileNames, problemsOfSource, sourceNames } from "./source-fields.tsx";
import { StepTitle } from "./step-title.tsx";
import { WayOut } from "./way-out.tsx";

const names = [...editableFields, ...sourceNames, ...fileNames, "reason"] as const;
type Name = (typeof names)[number];
type Values = Readonly<Record<Name, string>>;

interface ChangeSectionProps extends RecordSection {
  readonly step: "ubah" | "periksa";
}

/**
 * The form, then «Periksa perubahan» in its place with old and new side by side, then saving. The form keeps what was typed.
 * Long: markup, in the order of the page.
 */
export function ChangeSection(props: ChangeSectionProps) {
  const { employee, step, goTo } = props;
  const [checked, setChecked] = useState<Checked>();
  const isReview = step === "periksa" && checked !== undefined;
  // The review was opened by its address or after a reload, so there is nothing to review; the form has what was typed.
  useEffect(() => {
    if (step === "periksa" && !checked) goTo("ubah", { replace: true });
  }, [step, checked]);
  return (
    <section class="panel" aria-labelledby={isReview ? "review-title" : "change-title"}>
      <div hidden={isReview}>
        <ChangeForm
          employee={employee}
          isShown={!isReview}
          check={(draft) => {
            setChecked({ ...draft, requestId: crypto.randomUUID() });
            goTo("periksa");
          }}
          cancel={() => {
            forgetDraft();
            goTo(undefined);
          }}
        />
      </div>
      {isReview && <ChangeReview {...props} draft={checked} back={() => history.back()} />}
    </section>
  );
}

interface ChangeFormProps {
  readonly employee: EmployeeAnswer;
  readonly isShown: boolean;
  readonly check: (draft: Draft) => void;
  readonly cancel: () => void;
}

/** Long: markup, in the order of the page. */
function ChangeForm({ employee, isShown, check, cancel }: ChangeFormProps) {
  const [begun, setBegun] = useState(() => draftOf(employee.id));
  // The form stays on the record that it was filled from, however new the one is that the review compares with.
  const [base] = useState(employee);
  const typed = (values: Values): Draft => draftFrom(base, valuesOf(base, values), begun);
  return (
    <>
      {isShown && <StepTitle id="change-title">{text.edit}</StepTitle>}
      {begun && isShown && (
        <div class="notice notice-info">
          <p>{forms.restored}</p>
          <button
            class="button button-quiet"
            type="button"
            onClick={() => {
              forgetDraft();
              setBegun(undefined);
            }}
          >
            {forms.discard}
          </button>
        </div>
      )}
      <div
        key={begun ? "begun" : "anew"}
        class="narrow-form"
        onInput={(event) => {
          const form = event.currentTarget.querySelector("form");
          if (form) keepDraft(employee.id, typed(valuesOfForm(form)));
        }}
      >
        <Form
          title={isShown ? text.edit : forms.reviewTitle}
          names={names}
          check={(values) => problemsOfForm(base, valuesOf(base, values))}
          submit={forms.review}
          problems={forms.problems}
          send={async (values) => check(typed(values))}
        >
          <EmployeeFields employee={base} draft={begun} />
        </Form>
        <WayOut leave={cancel}>{common.cancel}</WayOut>
      </div>
    </>
  );
}

/** What is typed now. Of what was typed before, and is restored, it is known since when. */
function draftFrom(base: EmployeeAnswer, values: Values, begun: Draft | undefined): Draft {
  const now = editableValues(base);
  const changes = asChanges(differences(now, values));
  const { reason, sourceNumber, sourceDay, sourceFile, fileProof } = values;
  return {
    changes,
    before: keyedWhere(editableFields, (field) =>
      changes[field] === undefined ? undefined : (begun?.before[field] ?? now[field]),
    ),
    revision: begun?.revision ?? base.revision,
    ...{ reason: reason.trim(), sourceNumber, sourceDay, sourceFile, fileProof },
  };
}

/** The form has no field that the kind never has, such as a PNS's end of contract. */
function valuesOf({ kind }: EmployeeAnswer, values: Values): Values {
  const filled = keyed(editableFields, (field) =>
    fieldOf(field).kinds[kind] === "none" ? "" : values[field],
  );
  return { ...values, ...filled };
}

function valuesOfForm(form: HTMLFormElement): Values {
  const data = new FormData(form);
  return keyed(names, (name) => String(data.get(name) ?? ""));
}

function problemsOfForm(employee: EmployeeAnswer, values: Values): FieldProblem<Name | "form">[] {
  const found = differences(editableValues(employee), values);
  const wrong = problemsOfChange(asChanges(found), employee) as FieldProblem<Name>[];
  if (found.length === 0) return [{ field: "form", code: "nothing-changed" }];
  return [...wrong, ...problemsOfSource(values), ...problemsOf(values, { reason: reasonProblem })];
}
