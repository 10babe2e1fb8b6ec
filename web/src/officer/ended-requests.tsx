import { useCallback, useState } from "preact/hooks";
import { type Outcome, outcomes } from "#shared/request/request-states.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { requestQueue as text } from "../messages/request-queue.ts";
import { requests } from "../messages/requests.ts";
import { Instant } from "../session/instant.tsx";
import { SelectField } from "./select-field.tsx";

const readPage = (outcome: Outcome | undefined, cursor?: string) =>
  call("GET /api/requests/ended", { query: { outcome, cursor } });
type Page = Awaited<ReturnType<typeof readPage>>;

/** What has ended, the newest end first, of one outcome or all. */
export function EndedRequests() {
  const [outcome, setOutcome] = useState<Outcome>();
  const load = useCallback(() => readPage(outcome), [outcome]);
  const { data, failure, reload } = useLoad(load);
  return (
    <>
      <p class="lead">{text.ended.lead}</p>
      <SelectField
        name="outcome"
        label={text.ended.outcome}
        options={[
          ["", text.ended.every],
          ...outcomes.map((each) => [each, requests.states[each]] as const),
        ]}
        value={outcome ?? ""}
        onChoose={(value) => setOutcome(outcomes.find((each) => each === value))}
      />
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {/* Another choice is another answer, and its pages begin anew. */}
      {data && <Pages key={`${outcome} ${data.items[0]?.id}`} first={data} outcome={outcome} />}
      <p>
        <a href={href("/petugas/pengajuan")}>{text.all}</a>
      </p>
    </>
  );
}

const kinds: Readonly<Record<string, string>> = text.ended.kinds;

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
}

/** Long: markup, in the order of the page. */
function Pages({ first, outcome }: PagesProps) {
  const [pages, setPages] = useState([first]);
  const { failure, busy, run } = useReading();
  const items = pages.flatMap((page) => page.items);
  const cursor = pages.at(-1)?.cursor;
  const more = () =>
    run(async () => {
      const page = await readPage(outcome, cursor);
      setPages([...pages, page]);
    });
  return (
    <section class="panel" aria-labelledby="ended-title">
      <h2 id="ended-title">{text.ended.title}</h2>
      {items.length === 0 && cursor === undefined && <p>{text.ended.none}</p>}
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
