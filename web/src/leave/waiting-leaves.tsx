/** «Menunggu keputusan saya»: the leaves, letters and consents that wait for whoever acts in a post. */
import type { WaitingLeaves as Waiting } from "#shared/leave/leave-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { LettersToSign } from "../letter/letters-to-sign.tsx";
import { common } from "../messages/common.ts";
import { leaveDecision as text } from "../messages/leave-decision.ts";
import { Told } from "../officer/told.tsx";
import { takeTold } from "../request/told-next.ts";
import { Instant } from "../session/instant.tsx";
import { ConsentsWaiting } from "../training/consents-waiting.tsx";
import { leaveText } from "./leave-text.ts";

async function read() {
  // Together: what comes later would push the other one down.
  const [leaves, letters, consents] = await Promise.all([
    call("GET /api/requests/deciding"),
    call("GET /api/officer/agency/letters-to-sign"),
    call("GET /api/officer/agency/training-consents"),
  ]);
  return { ...leaves, letters: letters.items, consents: consents.items, told: takeTold() };
}

export function WaitingLeaves() {
  const { data, failure, reload } = useLoad(read);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          <Told message={data.told} />
          <p class="lead">
            {data.posts.length === 0 ? text.noPost : text.acting(data.posts.join(", "))}
          </p>
          <p class="button-row">
            <a
              class="button button-quiet"
              href={href(`/pengajuan?bagian=putusan&bulan=${thisMonth()}`)}
            >
              {text.calendar.open}
            </a>
          </p>
          {data.posts.length > 0 && data.items.length === 0 && <p>{text.none}</p>}
          {data.items.map((each) => (
            <Row key={each.id} {...each} />
          ))}
          <LettersToSign items={data.letters} />
          <ConsentsWaiting items={data.consents} />
        </>
      )}
    </>
  );
}

const thisMonth = () => new Date().toISOString().slice(0, 7);

function Row(item: Waiting["items"][number]) {
  const { id, name, unitKerja, content, role, submittedAt, dueAt, widened } = item;
  return (
    <article class="panel">
      <h2>
        <a href={href(`/pengajuan?bagian=putusan&id=${id}`)}>
          <span translate={false}>{name}</span>: {leaveText(content)}
        </a>
      </h2>
      <p class="hint" translate={false}>
        {unitKerja}
      </p>
      <p>
        <strong>{text.as[role]}</strong>
        {widened && `, ${text.widened}`}
      </p>
      <dl class="own-record">
        <div>
          <dt>{text.submitted}</dt>
          <dd>
            <Instant at={submittedAt} />
          </dd>
        </div>
        {dueAt && (
          <div>
            <dt>{text.due}</dt>
            <dd>
              <Instant at={dueAt} />
            </dd>
          </div>
        )}
      </dl>
    </article>
  );
}
