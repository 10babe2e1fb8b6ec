import { useState } from "preact/hooks";
import { takesTwo } from "#shared/employee/fields.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { call } from "../api/member-client.ts";
import { changeForms } from "../messages/change-forms.ts";
import { recordForms as forms } from "../messages/record-forms.ts";
import { ChangedMeanwhile } from "./changed-meanwhile.tsx";
import {
  type Choices,
  ConflictChoices,
  changesAfter,
  choiceName,
  conflictsOf,
} from "./conflict-choices.tsx";
import { DifferenceTable } from "./difference-table.tsx";
import { type Draft, forgetDraft } from "./draft.ts";
import { differences, editableValues } from "./employee-change.ts";
import { orConflict } from "./or-conflict.ts";
import type { RecordSection } from "./record-step.ts";
import { ReviewStep } from "./review-step.tsx";
import { sourceOf } from "./source-fields.tsx";
import { StepTitle } from "./step-title.tsx";
import { termHint } from "./term-hint.ts";
import { fieldName } from "./value-text.ts";

/** A change checked by its author and waiting to be saved. */
export interface Checked extends Draft {
  /** The same for every attempt to save it, so that two attempts count as one. */
  readonly requestId: string;
}

interface ChangeReviewProps extends RecordSection {
  readonly draft: Checked;
  readonly back: () => void;
}

/**
 * What will be changed, old and new; what others changed meanwhile, and what of it is to be decided. Then one officer saves it, or asks for
 * it where it takes two. Long: markup, in the order of the page.
 */
export function ChangeReview({ employee, draft, back, ...section }: ChangeReviewProps) {
  const [chosen, choose] = useState<Choices>({});
  const now = editableValues(employee);
  const conflicts = conflictsOf(draft, now);
  const changes = changesAfter(draft, chosen);
  const found = differences(now, { ...now, ...changes });
  const ofTwo = found.filter(({ field }) => takesTwo(field)).map(({ field }) => field);
  const { contractEnd } = changes;
  const hint = termHint({ ...employee, contractEnd }, employee.contractEnd);
  return (
    <>
      <StepTitle id="review-title">{forms.reviewTitle}</StepTitle>
      <ReviewStep
        title={forms.reviewTitle}
        reason={draft.reason}
        {...sourceOf(draft)}
        submit={ofTwo.length > 0 ? changeForms.ask.submit : forms.save}
        names={conflicts.map(choiceName)}
        check={() =>
          conflicts
            .filter((field) => chosen[field] === undefined)
            .map((field) => ({ field: choiceName(field), code: "required" }))
        }
        save={() =>
          send({ ...section, employee, draft: { ...draft, changes }, ofTwo: ofTwo.length > 0 })
        }
        back={{ label: forms.change, go: back }}
      >
        <ChangedMeanwhile employee={employee} since={draft.revision} />
        <ConflictChoices fields={conflicts} {...{ draft, now, chosen, choose }} />
        {found.length > 0 && <DifferenceTable caption={forms.reviewTitle} differences={found} />}
        {hint && <p class="notice notice-warning">{hint}</p>}
        {ofTwo.length > 0 && (
          <p class="notice notice-info">{changeForms.ask.hint(ofTwo.map(fieldName).join(", "))}</p>
        )}
      </ReviewStep>
    </>
  );
}

interface Sending
  extends Pick<RecordSection, "employee" | "goTo" | "onSaved" | "onAsked" | "onConflict"> {
  readonly draft: Checked;
  readonly ofTwo: boolean;
}

/** Nothing is sent where all was left to others. */
async function send({ employee, draft, ofTwo, goTo, ...then }: Sending): Promise<void> {
  const { id, revision } = employee;
  const { requestId, reason, changes } = draft;
  const params = { id };
  const request = { revision, requestId, reason, ...sourceOf(draft) };
  if (keysOf(changes).length === 0) {
    forgetDraft();
    goTo(undefined, { replace: true });
  } else if (ofTwo) {
    const body = { ...request, values: changes };
    const ask = () => call("POST /api/accounts/{id}/record-change", { params, body });
    await orConflict(ask, then.onConflict);
    forgetDraft();
    then.onAsked(changeForms.ask.done);
  } else {
    const body = { ...request, changes };
    const save = () => call("PATCH /api/officer/employees/{id}", { params, body });
    const saved = await orConflict(save, then.onConflict);
    forgetDraft();
    then.onSaved(saved);
  }
}
