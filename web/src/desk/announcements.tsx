import { useRef, useState } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { announce as text } from "../messages/announce.ts";
import { common } from "../messages/common.ts";
import { AnnouncementItem } from "./announcement-item.tsx";
import { NewAnnouncement } from "./new-announcement.tsx";

const read = () => call("GET /api/officer/agency/announcements");
type Page = Awaited<ReturnType<typeof read>>;

/** What an agency says to its people: a view of the officers' first page. */
export function Announcements({ title }: { title: string }) {
  useTitle(title);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas/beranda")}>{common.pages.desk}</a>
      </p>
      <Heading>{title}</Heading>
      <p class="lead">{text.lead}</p>
      <Announced />
    </div>
  );
}

/** What was announced, and a form for another one. Long: markup, in the order of the page. */
function Announced() {
  const { data, failure, reload } = useLoad(read);
  const [told, setTold] = useState("");
  const [older, setOlder] = useState<readonly Page[]>([]);
  const { failure: olderFailure, run } = useReading();
  const status = useRef<HTMLParagraphElement>(null);
  const next = (older.at(-1) ?? data)?.next;
  const readOlder = () =>
    run(async () => {
      if (next === undefined) return;
      const query = { before: next };
      const page = await call("GET /api/officer/agency/announcements", { query });
      setOlder((pages) => [...pages, page]);
    });
  const tell = (what: string) => {
    setTold(what);
    setOlder([]);
    reload();
    // What had the focus may be gone.
    status.current?.focus();
  };
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      <p role="status" tabIndex={-1} ref={status}>
        {data || failure ? told : common.loading}
      </p>
      {data && !data.readOnly && (
        <NewAnnouncement
          // A form for another one, once this one is in the list.
          key={data.items[0]?.key}
          draft={data.draft}
          onBegun={() => setTold("")}
          onSent={() => tell(text.sent)}
        />
      )}
      {data && (
        <section aria-labelledby="announcement-list">
          <h2 id="announcement-list">{text.list}</h2>
          {data.items.length === 0 && <p>{text.none}</p>}
          {[data, ...older]
            .flatMap(({ items }) => items)
            .map((item) => (
              <AnnouncementItem
                key={item.key}
                item={item}
                mayEnd={!data.readOnly}
                onEnded={() => tell(text.hasEnded)}
              />
            ))}
          {olderFailure && <FailureNotice failure={olderFailure} retry={readOlder} />}
          {next !== undefined && (
            <button class="button button-quiet" type="button" onClick={() => void readOlder()}>
              {text.older}
            </button>
          )}
        </section>
      )}
    </>
  );
}
