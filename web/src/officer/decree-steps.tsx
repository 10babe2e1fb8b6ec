import type { ToldDecree } from "#shared/decree/decree-answers.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { decrees as text } from "../messages/decrees.ts";
import { recordForms } from "../messages/record-forms.ts";
import { AskSection } from "./ask-section.tsx";

interface DecreeStepProps {
  readonly employee: EmployeeAnswer;
  readonly decree: ToldDecree;
  readonly leave: () => void;
  readonly onAsked: () => void;
}

const failures = { ...recordForms.failures, ...text.failures };
const said = { reasonHint: text.reasonHint, submit: text.submit, done: text.asked };

/** Asks a penyetuju for another TMT. */
export function MoveDecree({ employee, decree, ...way }: DecreeStepProps) {
  return (
    <AskSection
      {...way}
      id="move-decree-title"
      about={employee}
      words={{ ...said, title: text.move, hint: text.moveHint }}
      problems={recordForms.problems}
      failures={failures}
      names={["tmt"]}
      check={(values) => problemsOf(values, { tmt: required })}
      ask={({ tmt }, request) =>
        call("POST /api/accounts/{id}/decrees/{decreeId}/move", {
          params: { id: employee.id, decreeId: decree.id },
          body: { ...request, tmt },
        })
      }
    >
      <TextField
        name="tmt"
        label={`${text.newTmt} *`}
        hint={text.tmtHint}
        type="date"
        defaultValue={decree.tmt}
      />
    </AskSection>
  );
}

/** Asks a penyetuju that it never act. */
export function WithdrawDecree({ employee, decree, ...way }: DecreeStepProps) {
  return (
    <AskSection
      {...way}
      id="withdraw-decree-title"
      about={employee}
      words={{ ...said, title: text.withdraw, hint: text.withdrawHint }}
      failures={failures}
      names={[]}
      check={() => []}
      ask={(_, request) =>
        call("POST /api/accounts/{id}/decrees/{decreeId}/withdraw", {
          params: { id: employee.id, decreeId: decree.id },
          body: request,
        })
      }
    />
  );
}
