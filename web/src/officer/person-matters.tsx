import { useCallback } from "preact/hooks";
import type { PersonMattersAnswer } from "#shared/desk/person-matters-answers.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { decrees as decreeText } from "../messages/decrees.ts";
import { personMatters as text } from "../messages/person-matters.ts";
import { photo as photoText } from "../messages/photo.ts";
import { requests } from "../messages/requests.ts";
import { keyOf, worstFirst, wrongText } from "../photo/rule-words.ts";
import { useInstantText } from "../session/instant.tsx";

/** Requests about one person that wait, and the last photo. They are read after the record, which nobody waits for them with. */
export function PersonMatters({ id }: { readonly id: string }) {
  const load = useCallback(() => call("GET /api/accounts/{id}/matters", { params: { id } }), [id]);
  const { data, failure, reload } = useLoad(load);
  return (
    <section class="panel" aria-labelledby="matters-title">
      <h2 id="matters-title">{text.title}</h2>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{text.loading}</p>}
      {data && <Requests requests={data.requests} />}
      {data && <Asked asked={data.asked} />}
      {data && <ToCome {...data} id={id} />}
      {data && <LastPhoto photo={data.photo} />}
      <p>
        <a href={href(`/petugas/pengajuan?bagian=cuti&id=${id}`)}>{text.toLeave}</a>
      </p>
    </section>
  );
}

function Requests({ requests }: Pick<PersonMattersAnswer, "requests">) {
  const instantText = useInstantText();
  if (requests.length === 0) return <p>{text.noRequests}</p>;
  return (
    <>
      <ul>
        {requests.map(({ kind, asker, askedAt, until }) => (
          <li key={`${kind} ${askedAt}`}>
            <strong>{text.kinds[kind]}</strong>{" "}
            {text.asked(asker ?? text.nameless, instantText(askedAt))}{" "}
            <span class="hint">{text.until(instantText(until))}</span>
          </li>
        ))}
      </ul>
      {requests.some(({ isListed }) => isListed) && (
        <p>
          <a href={href("/petugas/persetujuan")}>{text.toApprovals}</a>
        </p>
      )}
    </>
  );
}

/** What the person asks for. */
function Asked({ asked }: Pick<PersonMattersAnswer, "asked">) {
  return asked.map(({ id, number, state }) => (
    <p key={id} class="notice notice-info">
      <a href={href(`/petugas/pengajuan?id=${id}`)}>{text.askedBySelf(number)}</a>
      {` · ${requests.states[state]}`}
    </p>
  ));
}

/** What is decided already, and changes the record or who keeps it. */
function ToCome({
  id,
  decrees,
  release,
}: Pick<PersonMattersAnswer, "decrees" | "release"> & { readonly id: string }) {
  const instantText = useInstantText();
  return (
    <>
      {decrees.map(({ kind, tmt, isStuck }) => (
        <p key={`${kind} ${tmt}`} class="notice notice-info">
          <a href={href(`/petugas/sk?id=${id}`)}>
            {text.decree(decreeText.kinds[kind], dayText(tmt))}
          </a>
          {isStuck && ` · ${decreeText.states.stuck}`}
        </p>
      ))}
      {release && (
        <p class="notice notice-info">
          <a href={href(`/petugas/sk?bagian=pindah&id=${id}`)}>{text.released(release.to)}</a>{" "}
          {text.releasedUntil(instantText(release.until))}
        </p>
      )}
    </>
  );
}

function LastPhoto({ photo }: { readonly photo: PersonMattersAnswer["photo"] | undefined }) {
  const instantText = useInstantText();
  if (!photo) return <p>{text.noPhoto}</p>;
  const { isAccepted, isOnCard, sentAt, rules } = photo;
  const state = isOnCard ? "onCard" : isAccepted ? "accepted" : "refused";
  const found = worstFirst(rules).flatMap((each) =>
    each.verdict === "failed" || each.verdict === "warned" ? [each] : [],
  );
  return (
    <>
      <h3>{text.photo}</h3>
      <p>
        <strong>{text.photoStates[state]}</strong> {text.sent(instantText(sentAt))}
      </p>
      {found.length > 0 && (
        <ul>
          {found.map((each) => (
            <li key={keyOf(each)}>
              {photoText.rules[each.rule] ?? photoText.rules.other}: {wrongText(each)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
