import type { AgencyCalendarAnswer } from "#shared/workday/agency-calendar-answers.ts";
import type { CalendarChange } from "#shared/workday/calendar-change.ts";
import { Refusal } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { agencyCalendar as text } from "../messages/agency-calendar.ts";
import { posts } from "../messages/posts.ts";
import { StepTitle } from "../officer/step-title.tsx";
import { WayOut } from "../officer/way-out.tsx";
import { HolidayForm } from "./holiday-form.tsx";
import { PatternForm } from "./pattern-form.tsx";
import { RemovalForm } from "./removal-form.tsx";

/** What is done with a calendar. */
export type CalendarStep =
  | { readonly step: "add-holiday" }
  | { readonly step: "add-pattern" }
  | { readonly step: "remove"; readonly change: CalendarChange; readonly called: string };

interface CalendarStepProps {
  readonly step: CalendarStep;
  /** Of the calendar that is shown. */
  readonly revision: number;
  readonly onSaved: (saved: AgencyCalendarAnswer, message: string) => void;
  /** Somebody else was faster: what is typed stays, and is sent once more for the calendar as it is by then. */
  readonly readAgain: () => Promise<void>;
  readonly leave: () => void;
}

/** What each of its forms gets. */
export interface StepFormProps {
  readonly title: string;
  readonly save: (change: CalendarChange, source: string) => Promise<void>;
}

/** Something is added to the calendar or taken away, in place of its lists. */
export function CalendarStepPanel(props: CalendarStepProps) {
  const { step, revision, onSaved, readAgain, leave } = props;
  const title = titleOf(step);
  const form: StepFormProps = {
    title,
    save: async (change, source) => {
      const body = { revision, source: source.trim(), change };
      try {
        onSaved(await call("PATCH /api/officer/agency/calendar", { body }), text.saved);
      } catch (error) {
        if (error instanceof Refusal && error.problem.code === "calendar-changed")
          await readAgain();
        throw error;
      }
    },
  };
  return (
    <section class="panel" aria-labelledby="step-title">
      <StepTitle id="step-title">{title}</StepTitle>
      <div class="narrow-form">
        {step.step === "add-holiday" && <HolidayForm {...form} />}
        {step.step === "add-pattern" && <PatternForm {...form} />}
        {step.step === "remove" && <RemovalForm {...form} change={step.change} />}
      </div>
      <WayOut leave={leave}>{posts.back}</WayOut>
    </section>
  );
}

function titleOf(step: CalendarStep): string {
  if (step.step === "remove") return text.removeOf(step.called);
  return step.step === "add-holiday" ? text.addDay : text.addPattern;
}
