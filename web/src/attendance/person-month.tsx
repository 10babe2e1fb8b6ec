import { useCallback, useState } from "preact/hooks";
import type { MonthAnswer } from "#shared/attendance/attendance-answers.ts";
import { Refusal } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { attendance as text } from "../messages/attendance.ts";
import { common } from "../messages/common.ts";
import { StepTitle } from "../officer/step-title.tsx";
import { WayOut } from "../officer/way-out.tsx";
import { Done } from "../post/done.tsx";
import { MonthSteps } from "../workday/month-steps.tsx";
import { monthOfYear } from "../workday/weekday-text.ts";
import { addressOf } from "./address.ts";
import { type CorrectionAct, CorrectionForm, ReasonForm } from "./correction-form.tsx";
import { Corrections } from "./corrections.tsx";
import { MonthDays } from "./month-days.tsx";
import { MonthSum } from "./month-sum.tsx";

interface PersonMonthProps {
  readonly id: string;
  readonly month: string;
  readonly unit: string;
}

type Step = "correct" | "unlock" | { readonly withdraw: string };

/** One person's month: read, put right, and opened again. */
export function PersonMonth({ id, month, unit }: PersonMonthProps) {
  const read = useCallback(
    () =>
      call("GET /api/officer/agency/attendance/people/{id}", {
        params: { id },
        query: { month },
      }),
    [id, month],
  );
  const { data, failure, reload, replace } = useLoad(read);
  return (
    <>
      <p>
        <a href={href(addressOf({ unit, month }))}>{text.back}</a>
      </p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          <h2>
            <span translate={false}>{data.name}</span>, {monthOfYear(data.month)}
          </h2>
          <p class="hint">{data.unit}</p>
          <MonthSteps
            month={month}
            addressOf={(other) => addressOf({ unit, id, month: other })}
            text={text}
          />
          <Kept
            key={data.month}
            id={id}
            data={data}
            replace={replace}
            readAgain={() => read().then(replace, () => undefined)}
          />
        </>
      )}
    </>
  );
}

interface KeptProps {
  readonly id: string;
  readonly data: MonthAnswer;
  readonly replace: (data: MonthAnswer) => void;
  readonly readAgain: () => Promise<void>;
}

/** Long: markup, in the order of the page. */
function Kept({ id, data, replace, readAgain }: KeptProps) {
  const [step, setStep] = useState<Step>();
  const [done, setDone] = useState<string>();
  const open = (next: Step) => {
    setDone(undefined);
    setStep(next);
  };
  const end = (saved: MonthAnswer, message: string) => {
    replace(saved);
    setStep(undefined);
    setDone(message);
  };
  const { month, revision } = data;
  const orAgain = async (saving: Promise<MonthAnswer>, message: string) => {
    try {
      end(await saving, message);
    } catch (error) {
      if (error instanceof Refusal && error.problem.code === "attendance-changed")
        await readAgain();
      throw error;
    }
  };
  const correct = (act: CorrectionAct, reason: string) =>
    orAgain(
      call("POST /api/officer/agency/attendance/people/{id}/corrections", {
        ...{ params: { id }, body: { month, revision, reason, act } },
      }),
      text.saved,
    );
  const unlock = (reason: string) =>
    orAgain(
      call("POST /api/officer/agency/attendance/people/{id}/openings", {
        ...{ params: { id }, body: { month, revision, reason } },
      }),
      text.unlocked,
    );
  if (step)
    return (
      <section class="panel" aria-labelledby="step-title">
        <StepTitle id="step-title">{titleOf(step)}</StepTitle>
        <div class="narrow-form">
          {step === "correct" && <CorrectionForm days={data.days} send={correct} />}
          {step === "unlock" && <ReasonForm title={text.unlock} send={unlock} />}
          {typeof step === "object" && (
            <ReasonForm
              title={text.withdraw}
              send={(reason) => correct({ act: "withdraw", id: step.withdraw }, reason)}
            />
          )}
        </div>
        <WayOut leave={() => setStep(undefined)}>{common.cancel}</WayOut>
      </section>
    );
  const mayCorrect = !data.readOnly && !data.closed;
  return (
    <>
      <div role="status">{done && <Done key={done} message={done} />}</div>
      <MonthSum {...data} />
      {!data.readOnly && (
        <p class="button-row">
          <button
            class="button"
            type="button"
            onClick={() => open(data.closed ? "unlock" : "correct")}
          >
            {data.closed ? text.unlock : text.correct}
          </button>
        </p>
      )}
      <Corrections
        corrections={data.corrections}
        withdraw={mayCorrect ? (which) => open({ withdraw: which }) : undefined}
      />
      <MonthDays month={data} />
    </>
  );
}

function titleOf(step: Step): string {
  if (step === "correct") return text.correct;
  return step === "unlock" ? text.unlock : text.withdraw;
}
