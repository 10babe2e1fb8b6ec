import { useCallback } from "preact/hooks";
import type { MonthAnswer } from "#shared/attendance/attendance-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { styles } from "../lazy-page.ts";
import { attendance as text } from "../messages/attendance.ts";
import { common } from "../messages/common.ts";
import { MonthSteps } from "../workday/month-steps.tsx";
import { monthOfYear } from "../workday/weekday-text.ts";
import { Corrections } from "./corrections.tsx";
import { MonthDays } from "./month-days.tsx";
import { MonthSum } from "./month-sum.tsx";

await styles(import.meta.env.ATTENDANCE_STYLES);

const addressOf = (month: string) => `/pengajuan?bagian=presensi&bulan=${month}`;

/** Without a machine every day would seem to be one of absence. */
const isKept = ({ machines, corrections }: MonthAnswer) =>
  Object.keys(machines).length + corrections.length > 0;

/** The own month of attendance, day by day: this one, if the address names no other. */
export function OwnAttendance({ month: named }: { readonly month: string | undefined }) {
  const month = named ?? new Date().toISOString().slice(0, 7);
  const read = useCallback(
    () => call("GET /api/officer/agency/own-attendance", { query: { month } }),
    [month],
  );
  const { data, failure, reload } = useLoad(read);
  return (
    <>
      <p class="lead">{text.ownLead}</p>
      {data?.hasGate && (
        <p>
          <a class="button" href={href("/pengajuan?bagian=presensi&id=kode")}>
            {text.showCode}
          </a>
        </p>
      )}
      <MonthSteps month={month} addressOf={addressOf} text={text} />
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && !isKept(data) && <p>{text.notKept}</p>}
      {data && isKept(data) && (
        <section class="panel" aria-labelledby="own-month" aria-busy={data.month !== month}>
          <h2 id="own-month">{monthOfYear(data.month)}</h2>
          <MonthSum {...data} />
          {!data.closed && (
            <p>
              <a class="button button-quiet" href={href("/pengajuan?baru=presensi")}>
                {text.ask}
              </a>
            </p>
          )}
          <Corrections corrections={data.corrections} />
          <MonthDays month={data} />
        </section>
      )}
    </>
  );
}
