import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { accountForms } from "../messages/account-forms.ts";
import { AskSection } from "./ask-section.tsx";

interface UnfreezeSectionProps {
  readonly employee: EmployeeAnswer;
  readonly leave: () => void;
  readonly onAsked: (message: string) => void;
}

/** Asks a penyetuju to lift a freeze that one officer must not lift alone. */
export function UnfreezeSection({ employee: { id }, ...way }: UnfreezeSectionProps) {
  return (
    <AskSection
      {...way}
      id="unfreeze-title"
      words={accountForms.unfreeze}
      names={[]}
      check={() => []}
      ask={(_, body) => call("POST /api/accounts/{id}/unfreeze-request", { params: { id }, body })}
    />
  );
}
