/** Who was there at each session, who passed, and the certificates. */
import { useCallback, useState } from "preact/hooks";
import type { ResultsAnswer } from "#shared/training/result-answers.ts";
import type { TrainingOffer } from "#shared/training/training-offer.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { common } from "../messages/common.ts";
import { trainingDesk as text } from "../messages/training-desk.ts";
import { Told } from "../officer/told.tsx";
import { ResultStep, type Step } from "./result-step.tsx";
import { SheetForm } from "./sheet-form.tsx";
import { sessionText } from "./training-text.ts";

export function ResultsPart({ offer: { id } }: { readonly offer: TrainingOffer }) {
  const load = useCallback(
    () => call("GET /api/officer/agency/trainings/{id}/results", { params: { id } }),
    [id],
  );
  const { data, failure, reload, replace } = useLoad(load);
  return (
    <section class="panel" aria-labelledby="results-title">
      <h2 id="results-title">{text.results}</h2>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Whole data={data} replace={replace} />}
    </section>
  );
}

interface WholeProps {
  readonly data: ResultsAnswer;
  readonly replace: (data: ResultsAnswer) => void;
}

type Open = { readonly session: number } | Step;

/** Long: markup, in the order of the page. */
function Whole({ data, replace }: WholeProps) {
  const { offer, sheets, learners, readOnly } = data;
  const [open, setOpen] = useState<Open>();
  const [told, setTold] = useState<string>();
  const leave = () => setOpen(undefined);
  const done = (next: ResultsAnswer, message: string) => {
    // An answer to a change does not say who only reads.
    replace(next);
    setOpen(undefined);
    setTold(message);
  };
  if (open && "session" in open)
    return <SheetForm data={data} session={open.session} onDone={done} leave={leave} />;
  if (open) return <ResultStep data={data} step={open} onDone={done} leave={leave} />;
  if (learners.length === 0) return <p>{text.noLearners}</p>;
  return (
    <>
      <Told message={told} />
      <ul class="notifications">
        {offer.sessions.map((session, at) => (
          <li key={`${session.day} ${session.from}`}>
            {sessionText(session)}
            <div class="hint">{sheets[at]?.revision ? text.entered : text.notEntered}</div>
            {!readOnly && (
              <button
                class="button button-quiet"
                type="button"
                aria-label={`${text.openSheet}: ${sessionText(session)}`}
                onClick={() => setOpen({ session: at })}
              >
                {text.openSheet}
              </button>
            )}
          </li>
        ))}
      </ul>
      <ol class="notifications">
        {learners.map((learner) => (
          <Learner
            key={learner.person.id}
            learner={learner}
            isAssessed={offer.programme.assessed}
            open={readOnly ? undefined : (act) => setOpen({ act, person: learner.person.id })}
          />
        ))}
      </ol>
    </>
  );
}

interface LearnerProps {
  readonly learner: ResultsAnswer["learners"][number];
  readonly isAssessed: boolean;
  readonly open: ((act: Step["act"]) => void) | undefined;
}

/** Long: markup, in the order of the item. */
function Learner({ learner, isAssessed, open }: LearnerProps) {
  const { person, percent, passed, predicate, obstacles, certificate } = learner;
  const name = person.name ?? text.elsewhere;
  const isValid = certificate !== undefined && certificate.withdrawnAt === undefined;
  return (
    <li>
      <strong translate={false}>{name}</strong>
      <div>{text.present(percent)}</div>
      {passed !== undefined && (
        <div>
          {passed ? text.passed : text.notPassed}
          {predicate && `, ${text.predicates[predicate]}`}
        </div>
      )}
      {certificate && (
        <div>
          {text.certificate(certificate.number, dayText(certificate.issuedOn))}
          {!isValid && `, ${text.withdrawn}`}
        </div>
      )}
      {!isValid && obstacles.length > 0 && (
        <div class="hint">{obstacles.map((each) => text.obstacles[each]).join(", ")}</div>
      )}
      {open && (
        <p class="button-row">
          {isAssessed && !isValid && (
            <Act
              label={text.noteResult}
              named={text.noteResultOf(name)}
              press={() => open("assess")}
            />
          )}
          {!isValid && obstacles.length === 0 && (
            <Act label={text.issue} named={text.issueOf(name)} press={() => open("issue")} />
          )}
          {isValid && (
            <Act
              label={text.withdraw}
              named={text.withdrawOf(name)}
              press={() => open("withdraw")}
            />
          )}
        </p>
      )}
    </li>
  );
}

interface ActProps {
  readonly label: string;
  readonly named: string;
  readonly press: () => void;
}

function Act({ label, named, press }: ActProps) {
  return (
    <button class="button button-quiet" type="button" aria-label={named} onClick={press}>
      {label}
    </button>
  );
}
