/** «Jadwal dan ketentuan»: when people are expected, and the numbers by which their days are judged (services.md 2.1, 2.2). */
import { useState } from "preact/hooks";
import type { Schedule } from "#shared/attendance/schedule.ts";
import { dayText } from "../clock-text.ts";
import { href } from "../language.ts";
import { agencyCalendar } from "../messages/agency-calendar.ts";
import { rulesText as text } from "../messages/attendance-rules.ts";
import { common } from "../messages/common.ts";
import { StepTitle } from "../officer/step-title.tsx";
import { WayOut } from "../officer/way-out.tsx";
import { Done } from "../post/done.tsx";
import { ReasonForm } from "./correction-form.tsx";
import { type TermName, turnText } from "./rule-text.ts";
import { ScheduleForm } from "./schedule-form.tsx";
import { TermForm } from "./term-form.tsx";
import { Terms } from "./terms.tsx";
import { type Rules, type RulesProps, type SayRules, WithRules } from "./with-rules.tsx";

/** What is being said anew; an index is that of the list as it was read. */
export type RuleStep =
  | { readonly step: "add-schedule" }
  | { readonly step: "change-term"; readonly term: TermName }
  | { readonly step: "remove-schedule" | "remove-term"; readonly at: number };

export const RulesPart = () => <WithRules Shown={Kept} />;

function Kept({ data, say }: RulesProps) {
  const [step, setStep] = useState<RuleStep>();
  const [done, setDone] = useState<string>();
  const save: SayRules = async (said, reason) => {
    await say(said, reason);
    setStep(undefined);
    setDone(text.saved);
  };
  const open = (next: RuleStep) => {
    setDone(undefined);
    setStep(next);
  };
  if (step)
    return (
      <section class="panel" aria-labelledby="step-title">
        <StepTitle id="step-title">{titleOf(step)}</StepTitle>
        <div class="narrow-form">
          <StepForm step={step} data={data} save={save} />
        </div>
        <WayOut leave={() => setStep(undefined)}>{common.cancel}</WayOut>
      </section>
    );
  const mayOpen = data.readOnly ? undefined : open;
  return (
    <>
      <div role="status">{done && <Done key={done} message={done} />}</div>
      <Schedules schedules={data.details.schedules} open={mayOpen} />
      <Terms now={data.terms} own={data.details.terms} open={mayOpen} />
    </>
  );
}

interface StepFormProps {
  readonly step: RuleStep;
  readonly data: Rules;
  readonly save: SayRules;
}

function StepForm({ step, data, save }: StepFormProps) {
  const { schedules, terms } = data.details;
  if (step.step === "add-schedule")
    return (
      <ScheduleForm
        send={(schedule, source) => save({ schedules: [...schedules, schedule] }, source)}
      />
    );
  if (step.step === "change-term")
    return (
      <TermForm
        name={step.term}
        now={data.terms[step.term]}
        send={(term, source) => save({ terms: [...terms, term] }, source)}
      />
    );
  const said =
    step.step === "remove-schedule"
      ? { schedules: schedules.toSpliced(step.at, 1) }
      : { terms: terms.toSpliced(step.at, 1) };
  return <ReasonForm title={titleOf(step)} send={(reason) => save(said, reason)} />;
}

function titleOf(step: RuleStep): string {
  if (step.step === "add-schedule") return text.addSchedule;
  if (step.step === "change-term") return `${text.changeTerm}: ${text.terms[step.term]}`;
  return step.step === "remove-schedule" ? text.removeSchedule : text.removeTerm;
}

interface SchedulesProps {
  readonly schedules: readonly Schedule[];
  readonly open: ((step: RuleStep) => void) | undefined;
}

/** Long: markup, in the order of the page. */
function Schedules({ schedules, open }: SchedulesProps) {
  return (
    <section aria-labelledby="schedules-title">
      <h2 id="schedules-title">{text.schedules}</h2>
      <p class="hint">{text.usual}</p>
      {open && (
        <p class="button-row">
          <button
            class="button button-quiet"
            type="button"
            onClick={() => open({ step: "add-schedule" })}
          >
            {text.addSchedule}
          </button>
        </p>
      )}
      <div class="panels">
        {schedules.map((each, at) => (
          <section key={JSON.stringify(each)} class="panel" aria-labelledby={`schedule-${at}`}>
            <h3 id={`schedule-${at}`}>
              <Whose {...each} />
            </h3>
            <p>
              {agencyCalendar.span(dayText(each.from), each.until && dayText(each.until))} ·{" "}
              {text.holidays}: {text.overHolidays[each.overHolidays ? "on" : "off"]}
            </p>
            <ol>
              {each.cycle.map((turn, i) => (
                <li key={i}>{turnText(turn, text.off)}</li>
              ))}
            </ol>
            <p class="hint">{each.source}</p>
            {open && (
              <button
                class="button button-quiet"
                type="button"
                aria-describedby={`schedule-${at}`}
                onClick={() => open({ step: "remove-schedule", at })}
              >
                {text.removeSchedule}
              </button>
            )}
          </section>
        ))}
      </div>
    </section>
  );
}

/** The list has no names of people: their records are a link away. */
function Whose({ unitKerja, person }: Schedule) {
  if (person) return <a href={href(`/petugas/pegawai?id=${person}`)}>{text.onePerson}</a>;
  return <span translate={false}>{unitKerja ?? agencyCalendar.targets.agency}</span>;
}
