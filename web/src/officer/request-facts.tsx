import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { requestQueue as text } from "../messages/request-queue.ts";
import { requests, stateText } from "../messages/requests.ts";
import { Instant } from "../session/instant.tsx";

/** Where a request lies, and what whoever decides has to know first. Long: markup, in the order of the page. */
export function RequestFacts({ item }: { readonly item: OfficerRequest }) {
  const { number, state, submittedAt, dueAt, widened, turn, trail } = item;
  const { own, yours, barred, barsNext, mine, taken, lastOfficer } = item;
  const last = trail.at(-1);
  const lateSince = trail.findLast(({ act }) => act === "widened" || act === "escalated")?.at;
  const decider = turn === "asker" || turn === "nobody" ? undefined : turn;
  const isFirst = stateText(item) === requests.states[state];
  return (
    <>
      <p>
        <strong>{stateText(item)}</strong>
        {decider && isFirst && `, ${requests.waits[decider]}`} · {requests.number(number)}
        {submittedAt && (
          <>
            {" "}
            · {text.submitted} <Instant at={submittedAt} />
          </>
        )}
        {dueAt && !widened && (
          <>
            {" "}
            · {requests.due} <Instant at={dueAt} />
          </>
        )}
      </p>
      {widened && lateSince && dueAt && (
        <p class="notice notice-warning">
          {text.late} <Instant at={lateSince} />; {text.extended} <Instant at={dueAt} />
        </p>
      )}
      {mine && <p class="notice notice-info">{text.mine}</p>}
      {taken && !mine && lastOfficer && <p class="notice notice-info">{text.taken(lastOfficer)}</p>}
      {!taken && lastOfficer && last && (
        <p class="hint">{text.last(requests.acts[last.act], lastOfficer)}</p>
      )}
      {own && <p class="notice notice-info">{text.own}</p>}
      {!own && !yours && decider && (
        <p class="notice notice-info">{(barred ? text.barred : text.turn)[decider]}</p>
      )}
      {barsNext && <p class="notice notice-info">{text.barsNext}</p>}
      <Hindrances item={item} />
    </>
  );
}

/** Why it cannot be agreed to, or nobody be asked. */
function Hindrances({ item: { held, heldAsk, outdated } }: { readonly item: OfficerRequest }) {
  return (
    <>
      {held && (
        <div class="notice notice-warning">
          <p>{requests.failures["request-held"]}</p>
        </div>
      )}
      {heldAsk && <p class="notice notice-warning">{text.heldAsk}</p>}
      {outdated && (
        <div class="notice notice-warning">
          <p>{requests.failures["request-outdated"]}</p>
        </div>
      )}
    </>
  );
}
