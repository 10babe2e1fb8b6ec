import { useCallback, useState } from "preact/hooks";
import type {
  AgencyCalendarAnswer,
  OfficerCalendarAnswer,
} from "#shared/workday/agency-calendar-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { lazyPart } from "../lazy-page.ts";
import { agencyCalendar as text } from "../messages/agency-calendar.ts";
import { common } from "../messages/common.ts";
import { Done } from "../post/done.tsx";
import { AgencyDays } from "./agency-days.tsx";
import { AgencyPatterns } from "./agency-patterns.tsx";
import type { CalendarStep } from "./calendar-step.tsx";
import { NationalDays } from "./national-days.tsx";
import { yearIn } from "./years.tsx";

/** It comes when something is added or taken away. */
const Step = lazyPart(() => import("./calendar-step.tsx").then((part) => part.CalendarStepPanel));

/** Which days an agency works: its own days off and patterns in all years, and what is off in the whole country in one year. */
export function AgencyCalendar({ tahun }: { readonly tahun: string | undefined }) {
  const read = useCallback(
    () => call("GET /api/officer/agency/calendar", { query: yearIn(tahun) }),
    [tahun],
  );
  const { data, failure, reload, replace } = useLoad(read);
  return (
    <>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <Kept
          data={data}
          onSaved={(saved) => replace({ ...data, ...saved })}
          readAgain={() => read().then(replace, () => undefined)}
        />
      )}
    </>
  );
}

interface KeptProps {
  readonly data: OfficerCalendarAnswer;
  readonly onSaved: (saved: AgencyCalendarAnswer) => void;
  readonly readAgain: () => Promise<void>;
}

function Kept({ data, onSaved, readAgain }: KeptProps) {
  const [step, setStep] = useState<CalendarStep>();
  const [done, setDone] = useState<string>();
  const open = data.readOnly
    ? undefined
    : (next: CalendarStep) => {
        setDone(undefined);
        setStep(next);
      };
  if (step)
    return (
      <Step
        step={step}
        revision={data.revision}
        onSaved={(saved, message) => {
          onSaved(saved);
          setStep(undefined);
          setDone(message);
        }}
        readAgain={readAgain}
        leave={() => setStep(undefined)}
      />
    );
  return (
    <>
      <div role="status">{done && <Done key={done} message={done} />}</div>
      <div class="panels">
        <AgencyDays holidays={data.holidays} open={open} />
        <AgencyPatterns patterns={data.patterns} open={open} />
        <NationalDays {...data.national} />
      </div>
    </>
  );
}
