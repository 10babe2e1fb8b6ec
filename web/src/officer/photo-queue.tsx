import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PhotoQueueAnswer } from "#shared/photo/review-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { common } from "../messages/common.ts";
import { photoReviews as text } from "../messages/photo-reviews.ts";
import { MoveButton } from "./move-button.tsx";
import { PhotoReviewItem } from "./photo-review-item.tsx";

const readFirst = () => call("GET /api/officer/photos");

/** The photos that wait for an officer, one after the other: who waits longest first. */
export function PhotoQueue() {
  const { data, failure, reload } = useLoad(readFirst);
  return (
    <>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Queue first={data} />}
    </>
  );
}

/** Long: markup, in the order of the page. */
function Queue({ first }: { readonly first: PhotoQueueAnswer }) {
  const [{ items, cursor }, setPage] = useState(first);
  const [at, setAt] = useState(0);
  const [told, setTold] = useState("");
  const { failure, busy, run } = useReading();
  const more = () =>
    run(async () => {
      const page = await call("GET /api/officer/photos", { query: { cursor } });
      setPage({ ...page, items: [...items, ...page.items] });
    });
  const item = items[Math.min(at, items.length - 1)];
  const place = Math.min(at, items.length - 1) + 1;
  const status = useRef<HTMLParagraphElement>(null);
  const takeFocus = () => status.current?.focus();
  // The next photo takes the focus by itself.
  const isOver = item === undefined && told !== "";
  useLayoutEffect(() => {
    if (isOver) takeFocus();
  }, [isOver]);
  const onStale = (message: string) => {
    setTold(message);
    // What had it goes.
    takeFocus();
  };
  const onDecided = (message: string) => {
    setTold(message);
    setPage((page) => ({ ...page, items: page.items.filter((each) => each !== item) }));
  };
  return (
    <>
      <p role="status" tabIndex={-1} ref={status}>
        {told}
      </p>
      {item ? (
        <>
          {items.length > 1 && (
            <nav class="button-row" aria-label={text.list}>
              <MoveButton label={text.previous} isOver={place === 1} go={() => setAt(place - 2)} />
              <MoveButton
                label={text.next}
                isOver={place === items.length}
                go={() => setAt(place)}
              />
            </nav>
          )}
          {!first.readOnly && <p class="hint">{text.keys}</p>}
          <PhotoReviewItem
            key={item.employeeId}
            item={item}
            place={text.place(place, `${items.length}${cursor === undefined ? "" : "+"}`)}
            readOnly={first.readOnly === true}
            onDecided={onDecided}
            onStale={onStale}
            move={(by) => setAt(Math.max(0, Math.min(items.length - 1, place - 1 + by)))}
          />
        </>
      ) : (
        cursor === undefined && <p>{text.nothing}</p>
      )}
      {failure && <FailureNotice failure={failure} retry={more} />}
      {cursor !== undefined && place >= items.length && (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {text.more}
        </button>
      )}
    </>
  );
}
