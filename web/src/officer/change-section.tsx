import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { problemsOf as problemsOfChange } from "#shared/employee/employee-rules.ts";
import { editableFields, fieldOf } from "#shared/employee/fields.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { call } from "../api/member-client.ts";
import { problemsOf } from "../forms/checks.ts";
import { type FieldProblem, Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { officer as text } from "../messages/officer.ts";
import { recordForms as forms } from "../messages/record-forms.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { type Draft, draftOf, forgetDraft, keepDraft } from "./draft.ts";
import {
  asChanges,
  differences,
  type EditableValues,
  editableValues,
  reasonProblem,
} from "./employee-change.ts";
import { EmployeeFields } from "./employee-fields.tsx";
import { orConflict } from "./or-conflict.ts";
import type { GoTo } from "./record-step.ts";
import { ReviewStep } from "./review-step.tsx";
import { StepTitle } from "./step-title.tsx";
import { termHint } from "./term-hint.ts";
import { WayOut } from "./way-out.tsx";

const names = [...editableFields, "reason"] as const;
type Name = (typeof names)[number];
type Values = EditableValues & { readonly reason: string };

/** A change checked by its author and waiting to be saved. */
interface Checked extends Draft {
  /** The same for every attempt to save it, so that two attempts count as one. */
  readonly requestId: string;
}

interface ChangeSectionProps {
  readonly employee: EmployeeAnswer;
  readonly step: "ubah" | "periksa";
  readonly goTo: GoTo;
  readonly onSaved: (employee: EmployeeAnswer) => void;
  /** The record is not what the officer saw: read it again. */
  readonly onConflict: () => Promise<void>;
  /** What others changed meanwhile. */
  readonly conflict: ComponentChildren;
}

/**
 * The form, then «Periksa perubahan» in its place with old and new side by side, then saving. The form keeps what was typed.
 * Long: markup, in the order of the page.
 */
export function ChangeSection(props: ChangeSectionProps) {
  const { employee, step, goTo, onSaved, onConflict, conflict } = props;
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
      {isReview && (
        <Review
          employee={employee}
          draft={checked}
          conflict={conflict}
          back={() => history.back()}
          save={async () => {
            const { revision, id } = employee;
            const saved = await orConflict(
              () =>
                call("PATCH /api/officer/employees/{id}", {
                  params: { id },
                  body: { revision, ...checked },
                }),
              onConflict,
            );
            forgetDraft();
            onSaved(saved);
          }}
        />
      )}
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
  const typed = (values: Values): Draft => ({
    changes: asChanges(differences(editableValues(employee), valuesOf(employee, values))),
    reason: values.reason.trim(),
  });
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
          check={(values) => problemsOfForm(employee, valuesOf(employee, values))}
          submit={forms.review}
          problems={forms.problems}
          send={async (values) => check(typed(values))}
        >
          <EmployeeFields employee={employee} draft={begun} />
        </Form>
        <WayOut leave={cancel}>{common.cancel}</WayOut>
      </div>
    </>
  );
}

interface ReviewProps {
  readonly employee: EmployeeAnswer;
  readonly draft: Draft;
  readonly conflict: ComponentChildren;
  readonly back: () => void;
  readonly save: () => Promise<void>;
}

function Review({ employee, draft, conflict, back, save }: ReviewProps) {
  const now = editableValues(employee);
  const found = differences(now, { ...now, ...draft.changes });
  const { contractEnd } = draft.changes;
  const hint = termHint({ ...employee, contractEnd }, employee.contractEnd);
  return (
    <>
      <StepTitle id="review-title">{forms.reviewTitle}</StepTitle>
      <ReviewStep
        title={forms.reviewTitle}
        reason={draft.reason}
        submit={forms.save}
        save={save}
        back={{ label: forms.change, go: back }}
      >
        {conflict}
        <DifferenceTable caption={forms.reviewTitle} differences={found} />
        {hint && <p class="notice notice-warning">{hint}</p>}
      </ReviewStep>
    </>
  );
}

/** The form has no field that the kind never has, such as a PNS's end of contract. */
function valuesOf({ kind }: EmployeeAnswer, values: Values): Values {
  const filled = keyed(editableFields, (field) =>
    fieldOf(field).kinds[kind] === "none" ? "" : values[field],
  );
  return { ...filled, reason: values.reason };
}

function valuesOfForm(form: HTMLFormElement): Values {
  const data = new FormData(form);
  return keyed(names, (name) => String(data.get(name) ?? ""));
}

function problemsOfForm(employee: EmployeeAnswer, values: Values): FieldProblem<Name | "form">[] {
  const found = differences(editableValues(employee), values);
  const wrong = problemsOfChange(asChanges(found), employee) as FieldProblem<Name>[];
  if (found.length === 0) return [{ field: "form", code: "nothing-changed" }];
  return [...wrong, ...problemsOf(values, { reason: reasonProblem })];
}
