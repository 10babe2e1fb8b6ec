import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { requestQueue as text } from "../messages/request-queue.ts";
import { MoveButton } from "./move-button.tsx";
import { RequestItem } from "./request-item.tsx";
import { preloadKinds } from "./request-kinds.tsx";

/** Only who decides many at once needs it. */
const RequestTogether = lazyPart(() =>
  import("./request-together.tsx").then((part) => part.RequestTogether),
);

interface Page {
  readonly items: readonly OfficerRequest[];
  readonly cursor?: string;
}

/** What waits for this officer, one after the other: the own first, then the oldest; or one request alone. */
export function RequestQueue({ id }: { readonly id: OfficerRequest["id"] | undefined }) {
  const load = useCallback(() => (id ? readOne(id) : readPage()), [id]);
  const { data, failure, reload } = useLoad(load);
  return (
    <>
      {!id && <p class="lead">{text.lead}</p>}
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Queue key={id} first={data} isWhole={id === undefined} />}
      <p>
        <a href={href("/petugas/pengajuan?bagian=selesai")}>{text.ended}</a>
      </p>
      {id && (
        <p>
          <a href={href("/petugas/pengajuan")}>{text.all}</a>
        </p>
      )}
    </>
  );
}

async function readOne(id: OfficerRequest["id"]): Promise<Page> {
  const items = [await call("GET /api/requests/officer/{id}", { params: { id } })];
  await preloadKinds(items);
  return { items };
}

/** What waits for others comes after what waits for the reader; auditors read nothing else. */
async function readPage(cursor?: string): Promise<Page> {
  const page = await call("GET /api/requests/waiting", { query: { cursor } });
  await preloadKinds(page.items);
  const own = page.items.filter(({ yours }) => yours);
  return { ...page, items: [...own, ...page.items.filter(({ yours }) => !yours)] };
}

interface QueueProps {
  readonly first: Page;
  /** Not one request alone. */
  readonly isWhole: boolean;
}

/** Long: markup, in the order of the page. */
function Queue({ first, isWhole }: QueueProps) {
  const [{ items, cursor }, setPage] = useState(first);
  const [at, setAt] = useState(0);
  const [told, setTold] = useState("");
  const [isTogether, setTogether] = useState(false);
  const { failure, busy, run } = useReading();
  const more = () =>
    run(async () => {
      const page = await readPage(cursor);
      setPage({ ...page, items: [...items, ...page.items] });
    });
  const place = Math.min(at, items.length - 1);
  const item = items[place];
  const status = useRef<HTMLParagraphElement>(null);
  // The next one takes the focus by itself.
  const isOver = item === undefined && told !== "";
  useLayoutEffect(() => {
    if (isOver) status.current?.focus();
  }, [isOver]);
  const onChanged = (message: string, now: OfficerRequest) => {
    setTold(message);
    setPage((page) => ({
      ...page,
      items: page.items.map((each) => (each.id === now.id ? now : each)),
    }));
  };
  const onDecided = (message: string, id: OfficerRequest["id"]) => {
    setTold(message);
    setPage((page) => ({ ...page, items: page.items.filter((each) => each.id !== id) }));
    // Who went on meanwhile keeps looking at the same one.
    const gone = items.findIndex((each) => each.id === id);
    setAt((now) => (gone < now ? now - 1 : now));
    // What came while these were decided waits too; the list may still have the one that was decided a moment ago.
    const isLast = items.every((each) => each.id === id);
    if (isWhole && isLast && cursor === undefined)
      void run(async () => {
        const page = await readPage();
        setPage({ ...page, items: page.items.filter((each) => each.id !== id) });
      });
  };
  const alike = likeThis(items, item);
  if (isTogether)
    return (
      <RequestTogether
        items={alike}
        onDecided={(id) => onDecided("", id)}
        leave={() => setTogether(false)}
      />
    );
  return (
    <>
      <p role="status" tabIndex={-1} ref={status}>
        {told}
      </p>
      {items.length > 1 && (
        <nav class="button-row print-item" aria-label={text.list}>
          <MoveButton label={text.previous} isOver={place === 0} go={() => setAt(place - 1)} />
          <MoveButton
            label={text.next}
            isOver={place === items.length - 1}
            go={() => setAt(place + 1)}
          />
        </nav>
      )}
      {item && (
        <RequestItem
          key={item.id}
          item={item}
          place={text.place(place + 1, `${items.length}${cursor === undefined ? "" : "+"}`)}
          onDecided={(message) => onDecided(message, item.id)}
          onChanged={onChanged}
          move={
            items.length > 1
              ? (by) => setAt(Math.max(0, Math.min(items.length - 1, place + by)))
              : undefined
          }
        />
      )}
      {alike.length > 1 && (
        <p>
          <button class="button button-quiet" type="button" onClick={() => setTogether(true)}>
            {text.together} ({alike.length})
          </button>
        </p>
      )}
      {!item && cursor === undefined && !busy && !failure && <p>{text.nothing}</p>}
      {failure && <FailureNotice failure={failure} retry={more} />}
      {cursor !== undefined && place >= items.length - 1 && (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {text.next}
        </button>
      )}
    </>
  );
}

/** What may be decided at once with the one that is shown; none where that is decided by itself. */
function likeThis(items: readonly OfficerRequest[], item: OfficerRequest | undefined) {
  if (item?.together === undefined) return [];
  return items.filter(({ kind, together }) => kind === item.kind && together === item.together);
}
