/** What is noted of one person: the assessment, the certificate, or that it is withdrawn. */
import type { ResultsAnswer } from "#shared/training/result-answers.ts";
import type { BodyOf } from "../api/api-routes.ts";
import { call } from "../api/member-client.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { session } from "../messages/session.ts";
import { training } from "../messages/training.ts";
import { trainingDesk as text } from "../messages/training-desk.ts";
import { SelectField } from "../officer/select-field.tsx";
import { StepTitle } from "../officer/step-title.tsx";
import { WayOut } from "../officer/way-out.tsx";

export interface Step {
  readonly act: "assess" | "issue" | "withdraw";
  readonly person: ResultsAnswer["learners"][number]["person"]["id"];
}

interface ResultStepProps {
  readonly data: ResultsAnswer;
  readonly step: Step;
  readonly onDone: (data: ResultsAnswer, told: string) => void;
  readonly leave: () => void;
}

type Body = BodyOf<"POST /api/officer/agency/trainings/{id}/results">;
const predicates = ["sangat-memuaskan", "memuaskan", "baik-sekali", "baik"] as const;

/** Long: markup, in the order of the form. */
export function ResultStep({ data, step, onDone, leave }: ResultStepProps) {
  const { offer, learners } = data;
  const { act, person } = step;
  const learner = learners.find((each) => each.person.id === person);
  if (!learner) return null;
  const name = learner.person.name ?? text.elsewhere;
  const title = {
    ...{ assess: text.noteResultOf(name), issue: text.issueOf(name) },
    withdraw: text.withdrawOf(name),
  }[act];
  return (
    <div class="narrow-form">
      <StepTitle id="result-title" isPart>
        {title}
      </StepTitle>
      <Form
        title={officePages.trainings}
        names={["passed", "predicate", "reason"]}
        check={({ reason }) =>
          act === "withdraw" && reason.trim() === "" ? [{ field: "reason", code: "required" }] : []
        }
        submit={{ assess: text.save, issue: text.issue, withdraw: text.withdraw }[act]}
        {...(act === "withdraw" && { look: "button button-danger" as const })}
        failures={{ ...session.failures, ...text.failures, "own-record": text.ownRecord }}
        send={async (values) => {
          const next = await call("POST /api/officer/agency/trainings/{id}/results", {
            params: { id: offer.id },
            body: bodyOf(step, learner.revision, values),
          });
          onDone(next, text.resultDone[act]);
        }}
      >
        {act === "assess" && (
          <>
            <SelectField
              name="passed"
              label={text.assessed}
              options={[
                ["yes", text.passed],
                ["no", text.notPassed],
              ]}
              value={learner.passed === false ? "no" : "yes"}
            />
            <SelectField
              name="predicate"
              label={text.predicate}
              options={[
                ["", text.noPredicate],
                ...predicates.map((each) => [each, text.predicates[each]] as const),
              ]}
              value={learner.predicate ?? ""}
            />
          </>
        )}
        {act === "issue" && <p>{`${offer.programme.name}, ${training.jp(offer.programme.jp)}`}</p>}
        {act === "withdraw" && (
          <TextField
            name="reason"
            label={`${text.reason} *`}
            hint={text.withdrawHint}
            autoComplete="off"
          />
        )}
      </Form>
      <WayOut leave={leave}>{common.cancel}</WayOut>
    </div>
  );
}

function bodyOf(
  { act, person }: Step,
  revision: number,
  said: Readonly<Record<"passed" | "predicate" | "reason", string>>,
): Body {
  if (act === "issue") return { act, person, revision };
  if (act === "withdraw") return { act, person, revision, reason: said.reason.trim() };
  const passed = said.passed === "yes";
  // Who has not passed has no predicate.
  const predicate = passed ? predicates.find((each) => each === said.predicate) : undefined;
  return { act, person, revision, passed, ...(predicate && { predicate }) };
}
