import { useState } from "preact/hooks";
import {
  type EmployeeChange,
  editableFields,
  problemsOf as problemsOfChange,
} from "#shared/employee/employee-rules.ts";
import type { EmployeeAnswer } from "#shared/http/contract.ts";
import { changeEmployee } from "../api/officer-api.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { type FieldProblem, Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { officer as text } from "../messages/officer.ts";
import { DifferenceTable } from "./difference-table.tsx";
import {
  asChanges,
  differences,
  type EditableValues,
  editableValues,
  type FieldDifference,
} from "./employee-change.ts";
import { EmployeeFields } from "./employee-fields.tsx";

const names = [...editableFields, "reason"] as const;
type Values = EditableValues & { readonly reason: string };

/** A change checked by its author and waiting to be saved. */
interface Draft {
  /** Only the fields the officer changed: what others change meanwhile is not undone by saving. */
  readonly changes: EmployeeChange;
  readonly reason: string;
  /** The same for every attempt to save it, so that two arrive as one. */
  readonly requestId: string;
}

interface ChangeSectionProps {
  readonly employee: EmployeeAnswer;
  readonly onSaved: (employee: EmployeeAnswer) => void;
  /** The record is not what the officer saw: read it again. */
  readonly onConflict: () => void;
}

/** Form, then «Periksa perubahan» with old and new side by side, then saving. The form keeps what was typed. */
export function ChangeSection({ employee, onSaved, onConflict }: ChangeSectionProps) {
  const [draft, setDraft] = useState<Draft>();
  const [saves, setSaves] = useState(0);
  const now = editableValues(employee);
  const found = draft ? differences(now, { ...now, ...draft.changes }) : [];
  return (
    <section class="panel" aria-labelledby="change-title">
      <h2 id="change-title">{draft ? text.reviewTitle : text.edit}</h2>
      <div hidden={draft !== undefined} key={saves}>
        <Form
          title={common.pages.employee}
          names={names}
          check={(values) => problemsOfForm(employee, withContractEnd(employee, values))}
          submit={text.review}
          send={async (values) =>
            setDraft({
              changes: asChanges(differences(now, withContractEnd(employee, values))),
              reason: values.reason.trim(),
              requestId: crypto.randomUUID(),
            })
          }
        >
          <EmployeeFields employee={employee} />
        </Form>
      </div>
      {draft && (
        <Review
          found={found}
          reason={draft.reason}
          back={() => setDraft(undefined)}
          onConflict={onConflict}
          save={async () => {
            const { revision, id } = employee;
            const saved = await changeEmployee(id, { revision, ...draft });
            setDraft(undefined);
            setSaves(saves + 1);
            onSaved(saved);
          }}
        />
      )}
    </section>
  );
}

interface ReviewProps {
  readonly found: readonly FieldDifference[];
  readonly reason: string;
  readonly back: () => void;
  readonly save: () => Promise<void>;
  readonly onConflict: () => void;
}

function Review({ found, reason, back, save, onConflict }: ReviewProps) {
  return (
    <>
      <Form
        title={text.reviewTitle}
        names={[]}
        check={() => []}
        submit={text.save}
        send={save}
        onFailure={({ code }) => code === "record-changed" && onConflict()}
      >
        <DifferenceTable caption={text.reviewTitle} differences={found} />
        <p>
          <strong>{text.reason}:</strong> {reason}
        </p>
      </Form>
      <p class="after-form">
        <button class="button button-quiet" type="button" onClick={back}>
          {text.change}
        </button>
      </p>
    </>
  );
}

/** A PNS has no contract, so the form has no such field. */
function withContractEnd({ kind }: EmployeeAnswer, values: Values): Values {
  return kind === "PPPK" ? values : { ...values, contractEnd: "" };
}

function problemsOfForm(
  employee: EmployeeAnswer,
  values: Values,
): FieldProblem<(typeof names)[number]>[] {
  const found = differences(editableValues(employee), values);
  const wrong = problemsOfChange(asChanges(found), employee.kind) as FieldProblem<
    (typeof names)[number]
  >[];
  if (found.length === 0) return [{ field: "name", code: "nothing-changed" }];
  return [...wrong, ...problemsOf(values, { reason: required })];
}
