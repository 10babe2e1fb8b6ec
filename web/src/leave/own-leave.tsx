/** «Cuti»: what is left, what was asked for, and the way to ask. */
import type { OwnLeaveAnswer } from "#shared/leave/leave-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { leave as text } from "../messages/leave.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { LeaveNotes } from "./leave-notes.tsx";
import { leaveText } from "./leave-text.ts";

const read = () => call("GET /api/requests/leave");

/** Long: markup, in the order of the page. */
export function OwnLeave() {
  const { data, failure, reload } = useLoad(read);
  return (
    <>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          <p class="button-row">
            <a class="button" href={href("/pengajuan?baru=cuti")}>
              {text.begin}
            </a>
            <a class="button button-quiet" href={href("/pengajuan?bagian=putusan")}>
              {leaveWords.deciding}
            </a>
          </p>
          <section class="panel" aria-labelledby="balance-title">
            <h2 id="balance-title">{text.sections.V}</h2>
            <LeaveNotes {...data} />
          </section>
          <section aria-labelledby="leaves-title">
            <h2 id="leaves-title">{text.list}</h2>
            {data.leaves.length === 0 && <p>{text.none}</p>}
            {data.leaves.map((each) => (
              <Row key={each.id} {...each} />
            ))}
          </section>
        </>
      )}
    </>
  );
}

function Row({ id, number, standing, content }: OwnLeaveAnswer["leaves"][number]) {
  const { days, workingDays } = content;
  return (
    <article class="panel">
      <h3>
        <a href={href(`/pengajuan?id=${id}`)}>{leaveText(content)}</a>
      </h3>
      <p class="hint">{number}</p>
      <p>
        <strong>{text.standings[standing]}</strong>
      </p>
      {days !== undefined && workingDays !== undefined && (
        <p>{leaveWords.days(workingDays, days)}</p>
      )}
    </article>
  );
}
