import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { email as emailCheck, problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { accountForms } from "../messages/account-forms.ts";
import { AskSection } from "./ask-section.tsx";
import { askDraft, type TypedTexts } from "./form-draft.ts";
import { KeptForm } from "./kept-form.tsx";

const text = accountForms.email;

interface EmailCorrectionSectionProps {
  readonly employee: EmployeeAnswer;
  readonly leave: () => void;
  readonly onAsked: (message: string) => void;
}

/** Asks a penyetuju for the right address of an account that its mailbox alone opens. */
export function EmailCorrectionSection({ employee, leave, onAsked }: EmailCorrectionSectionProps) {
  const way = askDraft.way({ leave, onAsked });
  return (
    <KeptForm draft={askDraft} id={`email ${employee.id}`}>
      {(begun) => <EmailCorrectionForm {...{ employee, begun, ...way }} />}
    </KeptForm>
  );
}

function EmailCorrectionForm({
  employee,
  begun,
  ...way
}: EmailCorrectionSectionProps & { readonly begun: TypedTexts }) {
  const { id, revision } = employee;
  return (
    <AskSection
      {...way}
      begun={begun.reason}
      id="email-title"
      words={text}
      names={["email"]}
      check={(values) => problemsOf(values, { email: emailCheck })}
      ask={({ email }, request) => {
        const body = { ...request, email: email.trim(), revision };
        return call("POST /api/accounts/{id}/email-correction", { params: { id }, body });
      }}
    >
      <TextField
        name="email"
        label={`${text.field} *`}
        type="email"
        autoComplete="off"
        defaultValue={begun.email ?? ""}
      />
    </AskSection>
  );
}
