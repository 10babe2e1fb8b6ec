/** The list of one session: a mark for each of those whose seats are certain. */
import type { ResultsAnswer } from "#shared/training/result-answers.ts";
import { call } from "../api/member-client.ts";
import { Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { session as sessionWords } from "../messages/session.ts";
import { trainingDesk as text } from "../messages/training-desk.ts";
import { SelectField } from "../officer/select-field.tsx";
import { StepTitle } from "../officer/step-title.tsx";
import { WayOut } from "../officer/way-out.tsx";
import { sessionText } from "./training-text.ts";

interface SheetFormProps {
  readonly data: ResultsAnswer;
  readonly session: number;
  readonly onDone: (data: ResultsAnswer, told: string) => void;
  readonly leave: () => void;
}

const marks = ["present", "absent", "excused"] as const;

/** Long: markup, in the order of the form. */
export function SheetForm({ data, session, onDone, leave }: SheetFormProps) {
  const { offer, sheets, learners } = data;
  const held = offer.sessions[session];
  const sheet = sheets[session];
  if (!held || !sheet) return null;
  return (
    <div class="narrow-form">
      <StepTitle id="sheet-title" isPart>
        {text.sheetOf(sessionText(held))}
      </StepTitle>
      <Form
        title={officePages.trainings}
        names={learners.map((_, at) => `mark-${at}`)}
        check={() => []}
        submit={text.save}
        failures={{ ...sessionWords.failures, ...text.failures, "own-record": text.ownRecord }}
        send={async (values) => {
          const said = learners.flatMap(({ person }, at) => {
            const mark = marks.find((each) => each === values[`mark-${at}`]);
            return mark ? [[person.id, mark] as const] : [];
          });
          const next = await call("POST /api/officer/agency/trainings/{id}/attendance", {
            params: { id: offer.id },
            body: { session, revision: sheet.revision, marks: Object.fromEntries(said) },
          });
          onDone(next, text.resultDone.sheet);
        }}
      >
        {learners.map(({ person }, at) => (
          <SelectField
            key={person.id}
            name={`mark-${at}`}
            label={person.name ?? text.elsewhere}
            options={(["", ...marks] as const).map((each) => [each, text.marks[each]] as const)}
            value={sheet.marks[person.id] ?? ""}
          />
        ))}
      </Form>
      <WayOut leave={leave}>{common.cancel}</WayOut>
    </div>
  );
}
