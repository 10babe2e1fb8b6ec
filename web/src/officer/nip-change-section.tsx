import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { nip as nipCheck, problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { personRequests } from "../messages/person-requests.ts";
import { recordForms } from "../messages/record-forms.ts";
import { AskSection } from "./ask-section.tsx";
import { askDraft, type TypedTexts } from "./form-draft.ts";
import { KeptForm } from "./kept-form.tsx";

const text = personRequests.nipChange;

interface NipChangeSectionProps {
  readonly employee: EmployeeAnswer;
  readonly leave: () => void;
  readonly onAsked: (message: string) => void;
}

/** Asks a penyetuju for another number. */
export function NipChangeSection({ employee, leave, onAsked }: NipChangeSectionProps) {
  const way = askDraft.way({ leave, onAsked });
  return (
    <KeptForm draft={askDraft} id={`nip ${employee.id}`}>
      {(begun) => <NipChangeForm {...{ employee, begun, ...way }} />}
    </KeptForm>
  );
}

function NipChangeForm({
  employee,
  begun,
  ...way
}: NipChangeSectionProps & { readonly begun: TypedTexts }) {
  const { id, revision } = employee;
  return (
    <AskSection
      {...way}
      begun={begun.reason}
      id="nip-change-title"
      words={text}
      problems={recordForms.problems}
      failures={{ ...recordForms.failures, ...personRequests.failures }}
      names={["nip"]}
      check={(values) => problemsOf(values, { nip: nipCheck })}
      ask={({ nip }, request) => {
        const body = { ...request, nip, revision };
        return call("POST /api/accounts/{id}/nip-change", { params: { id }, body });
      }}
    >
      <TextField
        name="nip"
        label={`${text.field} *`}
        hint={text.fieldHint}
        autoComplete="off"
        inputMode="numeric"
        defaultValue={begun.nip ?? ""}
      />
    </AskSection>
  );
}
