import { useCallback, useState } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { attendance as text } from "../messages/attendance.ts";
import { common } from "../messages/common.ts";
import { monthAfter } from "./address.ts";
import { Corrections } from "./corrections.tsx";
import { MonthDays } from "./month-days.tsx";
import { MonthSum } from "./month-sum.tsx";

/** The own month of attendance, day by day. */
export function OwnAttendance() {
  const [month, setMonth] = useState(() => new Date().toISOString().slice(0, 7));
  const read = useCallback(
    () => call("GET /api/officer/agency/own-attendance", { query: { month } }),
    [month],
  );
  const { data, failure, reload } = useLoad(read);
  return (
    <>
      <p class="lead">{text.ownLead}</p>
      <p class="button-row">
        {([-1, 1] as const).map((step) => (
          <button
            key={step}
            class="button button-quiet"
            type="button"
            onClick={() => setMonth(monthAfter(month, step))}
          >
            {step < 0 ? text.before : text.after}
          </button>
        ))}
      </p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <section aria-labelledby="own-month" aria-busy={data.month !== month}>
          <h2 id="own-month">{data.month}</h2>
          <MonthSum {...data} />
          <Corrections corrections={data.corrections} />
          <MonthDays month={data} />
        </section>
      )}
    </>
  );
}
