/** One training of the own agency: what it is, what becomes of it, and who comes. */
import { useCallback, useState } from "preact/hooks";
import type { OfferAnswer } from "#shared/training/training-answers.ts";
import type { TrainingOffer } from "#shared/training/training-offer.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { trainingDesk as text } from "../messages/training-desk.ts";
import { reasonProblem } from "../officer/employee-change.ts";
import { StepTitle } from "../officer/step-title.tsx";
import { Told } from "../officer/told.tsx";
import { WayOut } from "../officer/way-out.tsx";
import { CallPart } from "./call-part.tsx";
import { OfferForm } from "./offer-form.tsx";
import { RegisterList } from "./register-list.tsx";
import { ResultsPart } from "./results-part.tsx";
import { Conditions, Sessions, TrainingFacts } from "./training-facts.tsx";

export function OfficeTraining({ id }: { readonly id: TrainingOffer["id"] }) {
  const load = useCallback(
    () => call("GET /api/officer/agency/trainings/{id}", { params: { id } }),
    [id],
  );
  const { data, failure, reload, replace } = useLoad(load);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <Whole data={data} replace={replace} readAgain={() => load().then(replace, reload)} />
      )}
    </>
  );
}

interface WholeProps {
  readonly data: OfferAnswer;
  readonly replace: (data: OfferAnswer) => void;
  readonly readAgain: () => Promise<void>;
}

/** Long: markup, in the order of the page. */
function Whole({ data, replace, readAgain }: WholeProps) {
  const { offer, free, readOnly } = data;
  const [step, setStep] = useState<"change" | "call-off">();
  const [told, setTold] = useState<string>();
  const done = async (message: string) => {
    await readAgain();
    setStep(undefined);
    setTold(message);
  };
  const leave = () => setStep(undefined);
  if (step)
    return (
      <section class="panel" aria-labelledby="offer-title">
        <StepTitle id="offer-title">
          {step === "change" ? text.changeTitle : text.callOff}
        </StepTitle>
        <div class="narrow-form">
          {step === "change" ? (
            <OfferForm
              title={text.changeTitle}
              offer={offer}
              onSaved={(saved) => {
                const isPublished = offer.state === "draft" && saved.state === "open";
                const name = saved.programme.name;
                void done(isPublished ? text.done.published : text.done.added(name));
              }}
            />
          ) : (
            <CallOff offer={offer} onDone={() => done(text.done.calledOff)} />
          )}
        </div>
        <WayOut leave={leave}>{common.cancel}</WayOut>
      </section>
    );
  return (
    <div class="stacked">
      <section class="panel" aria-labelledby="training-title">
        <h2 id="training-title" translate={false}>
          {offer.programme.name}
        </h2>
        <Told message={told} />
        <p>
          <strong>{text.states[offer.state]}</strong>
        </p>
        <TrainingFacts offer={offer} seats={text.free(free, offer.quota)} />
        {!readOnly && offer.state !== "called-off" && (
          <p class="button-row">
            <button class="button button-quiet" type="button" onClick={() => setStep("change")}>
              {text.change}
            </button>
            <button class="button button-quiet" type="button" onClick={() => setStep("call-off")}>
              {text.callOff}
            </button>
          </p>
        )}
      </section>
      {offer.state !== "draft" && (
        <RegisterList
          data={data}
          onNoted={(next, message) => {
            replace(next);
            setTold(message);
          }}
        />
      )}
      {offer.state === "open" && <CallPart training={data} />}
      {offer.state === "open" && <ResultsPart offer={offer} />}
      <Conditions offer={offer} />
      <Sessions offer={offer} />
    </div>
  );
}

interface CallOffProps {
  readonly offer: TrainingOffer;
  readonly onDone: () => Promise<void>;
}

function CallOff({ offer: { id, revision }, onDone }: CallOffProps) {
  return (
    <Form
      title={officePages.trainings}
      names={["reason"]}
      check={({ reason }) => {
        const code = reasonProblem(reason);
        return code ? [{ field: "reason", code }] : [];
      }}
      submit={text.callOff}
      look="button button-danger"
      failures={text.failures}
      send={async ({ reason }) => {
        await call("PATCH /api/officer/agency/trainings/{id}", {
          params: { id },
          body: { revision, reason: reason.trim() },
        });
        await onDone();
      }}
    >
      <TextField
        name="reason"
        label={`${text.reason} *`}
        hint={text.callOffHint}
        autoComplete="off"
      />
    </Form>
  );
}
