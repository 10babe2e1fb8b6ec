import { useCallback, useState } from "preact/hooks";
import { type Outcome, outcomes } from "#shared/request/request-states.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { endedRequests as text } from "../messages/ended-requests.ts";
import { requestQueue } from "../messages/request-queue.ts";
import { requests } from "../messages/requests.ts";
import { Instant } from "../session/instant.tsx";
import { SelectField } from "./select-field.tsx";

const readPage = (outcome: Outcome | undefined, cursor?: string) =>
  call("GET /api/requests/ended", { query: { outcome, cursor } });
type Page = Awaited<ReturnType<typeof readPage>>;

const kinds: Readonly<Record<string, string>> = text.kinds;

/** What has ended, the newest end first, of one outcome or all, and of one kind or all. Long: markup, in the order of the page. */
export function EndedRequests() {
  const [outcome, setOutcome] = useState<Outcome>();
  const [kind, setKind] = useState("");
  const load = useCallback(() => readPage(outcome), [outcome]);
  const { data, failure, reload } = useLoad(load);
  return (
    <>
      <p class="lead">{text.lead}</p>
      <SelectField
        name="outcome"
        label={text.outcome}
        options={[
          ["", text.every],
          ...outcomes.map((each) => [each, requests.states[each]] as const),
        ]}
        value={outcome ?? ""}
        onChoose={(value) => setOutcome(outcomes.find((each) => each === value))}
      />
      <SelectField
        name="kind"
        label={text.kind}
        options={[["", text.every], ...Object.entries(kinds)]}
        value={kind}
        onChoose={setKind}
      />
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {/* Another choice is another answer, and its pages begin anew. */}
      {data && (
        <EndedPages
          key={`${outcome} ${data.items[0]?.id}`}
          first={data}
          outcome={outcome}
          kind={kind}
        />
      )}
      <p>
        <a href={href("/petugas/pengajuan")}>{requestQueue.all}</a>
      </p>
    </>
  );
}

/** Whose, of what kind, and what became of it. */
export function EndedRow({ item }: { readonly item: Page["items"][number] }) {
  const { id, kind, number, state, at, name, nip, unitKerja } = item;
  return (
    <li>
      <a href={href(`/petugas/pengajuan?id=${id}`)}>
        {name}, {requests.number(number)}
      </a>
      <br />
      {kinds[kind]}
      <br />
      <span class="hint">
        {requests.states[state]}, <Instant at={at} /> ·{" "}
        <span translate={false}>{`${nip}, ${unitKerja}`}</span>
      </span>
    </li>
  );
}

interface PagesProps {
  readonly first: Page;
  readonly outcome: Outcome | undefined;
  /** Empty: all. */
  readonly kind: string;
}

/**
 * Of a kind what the pages have that were read: the index lies by outcome and time, and to look for one kind it would be read from end to end.
 * Long: markup, in the order of the page.
 */
export function EndedPages({ first, outcome, kind }: PagesProps) {
  const [pages, setPages] = useState([first]);
  const { failure, busy, run } = useReading();
  const all = pages.flatMap((page) => page.items);
  const items = all.filter((each) => kind === "" || each.kind === kind);
  const cursor = pages.at(-1)?.cursor;
  const found = cursor === undefined ? text.found : text.foundSoFar;
  const more = () =>
    run(async () => {
      const page = await readPage(outcome, cursor);
      setPages([...pages, page]);
    });
  return (
    <section class="panel" aria-labelledby="ended-title">
      <h2 id="ended-title">{requestQueue.ended}</h2>
      {all.length === 0 && cursor === undefined && <p>{text.none}</p>}
      <p role="status">{kind !== "" && all.length > 0 && found(items.length, all.length)}</p>
      <ul>
        {items.map((item) => (
          <EndedRow key={item.id} item={item} />
        ))}
      </ul>
      {failure && <FailureNotice failure={failure} retry={more} />}
      {cursor !== undefined && (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {requests.more}
        </button>
      )}
    </section>
  );
}
