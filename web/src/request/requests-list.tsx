import { useState } from "preact/hooks";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Loading } from "../components/page-lost.tsx";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { href } from "../language.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import { requests, stateText } from "../messages/requests.ts";
import { Instant } from "../session/instant.tsx";
import { aboutText } from "./kind-words.ts";
import { holderText, isShown, nextText } from "./place-text.ts";

const readFirst = () => call("GET /api/requests/mine");

/** All that was asked for, the newest act first, each with who has it. */
export function RequestsList() {
  const { data, failure, reload } = useLoad(readFirst);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <Loading />}
      {data && (
        <>
          <p class="lead">{text.lead}</p>
          <p>
            <a class="button" href={href("/pengajuan?baru=")}>
              {text.begin}
            </a>
          </p>
          <Pages first={data} />
        </>
      )}
    </>
  );
}

function Pages({ first }: { readonly first: Awaited<ReturnType<typeof readFirst>> }) {
  const [pages, setPages] = useState([first]);
  const { failure, busy, run } = useReading();
  const items = pages.flatMap((page) => page.items).filter(isShown);
  const cursor = pages.at(-1)?.cursor;
  const more = () =>
    run(async () => {
      const page = await call("GET /api/requests/mine", { query: { cursor } });
      setPages([...pages, page]);
    });
  return (
    <section aria-labelledby="requests-title">
      <h2 id="requests-title">{text.list}</h2>
      {items.length === 0 && cursor === undefined && <p>{text.none}</p>}
      {items.map((request) => (
        <Row key={request.id} request={request} />
      ))}
      {failure && <FailureNotice failure={failure} retry={more} />}
      {cursor !== undefined && (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {requests.more}
        </button>
      )}
    </section>
  );
}

function Row({ request }: { readonly request: OwnRequest }) {
  const { id, number } = request;
  return (
    <article class="panel">
      <h3>
        <a href={href(`/pengajuan?id=${id}`)}>{aboutText(request) || requests.number(number)}</a>
      </h3>
      <p class="hint">{requests.number(number)}</p>
      <p>
        <strong>{stateText(request)}</strong>
      </p>
      <PlaceFacts request={request} />
    </article>
  );
}

/** Who has it, since when, what is next, and by when; of a draft until when it is kept. */
export function PlaceFacts({ request }: { readonly request: OwnRequest }) {
  const { since, dueAt, keptUntil } = request;
  const instant = (iso: string | undefined) => iso && <Instant at={iso} />;
  const facts = [
    [text.holder, holderText(request)],
    [requests.since, instant(since)],
    [text.next, nextText(request)],
    [text.due, instant(dueAt)],
    [text.keptUntil, instant(keptUntil)],
  ] as const;
  return (
    <dl class="own-record">
      {facts.map(
        ([name, said]) =>
          said && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
