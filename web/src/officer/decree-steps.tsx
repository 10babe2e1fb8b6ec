import type { ToldDecree } from "#shared/decree/decree-answers.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { problemsOf } from "../forms/checks.ts";
import { decrees as text } from "../messages/decrees.ts";
import { recordForms } from "../messages/record-forms.ts";
import { AskSection } from "./ask-section.tsx";
import { DayField, day } from "./day-field.tsx";
import { DecreeFacts } from "./decree-facts.tsx";
import { askDraft, type TypedTexts } from "./form-draft.ts";
import { KeptForm } from "./kept-form.tsx";

interface DecreeStepProps {
  readonly employee: EmployeeAnswer;
  readonly decree: ToldDecree;
  readonly leave: () => void;
  readonly onAsked: () => void;
}
type BegunStep = DecreeStepProps & { readonly begun: TypedTexts };

const failures = { ...recordForms.failures, ...text.failures };
const said = { reasonHint: text.reasonHint, submit: text.submit, done: text.asked };

/** Asks a penyetuju for another TMT, or that it never act. @param step which of both */
export function ChangeDecree({
  step,
  leave,
  onAsked,
  ...of
}: DecreeStepProps & { readonly step: "geser" | "batalkan" }) {
  const Step = step === "geser" ? MoveDecree : WithdrawDecree;
  const way = askDraft.way({ leave, onAsked });
  return (
    <KeptForm draft={askDraft} id={`${step} ${of.decree.id}`}>
      {(begun) => <Step {...{ ...of, ...way, begun }} />}
    </KeptForm>
  );
}

function MoveDecree({ employee, decree, begun, ...way }: BegunStep) {
  return (
    <AskSection
      {...way}
      id="move-decree-title"
      about={employee}
      begun={begun.reason}
      words={{
        ...{ ...said, title: text.move },
        hint: decree.state === "stuck" ? text.moveStuckHint : text.moveHint,
      }}
      problems={recordForms.problems}
      failures={failures}
      names={["tmt"]}
      check={(values) => problemsOf(values, { tmt: day })}
      ask={({ tmt }, request) =>
        call("POST /api/accounts/{id}/decrees/{decreeId}/move", {
          params: { id: employee.id, decreeId: decree.id },
          body: { ...request, tmt },
        })
      }
    >
      <Facts decree={decree} />
      <DayField
        name="tmt"
        label={`${text.newTmt} *`}
        hint={text.tmtHint}
        value={begun.tmt ?? decree.tmt}
      />
    </AskSection>
  );
}

function WithdrawDecree({ employee, decree, begun, ...way }: BegunStep) {
  return (
    <AskSection
      {...way}
      id="withdraw-decree-title"
      about={employee}
      begun={begun.reason}
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
    >
      <Facts decree={decree} />
    </AskSection>
  );
}

/** Which one it is: of one person several may wait. */
function Facts({ decree }: Pick<DecreeStepProps, "decree">) {
  return (
    <dl class="record-facts">
      <DecreeFacts decreed={decree} />
    </dl>
  );
}
