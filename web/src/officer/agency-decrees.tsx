import { useState } from "preact/hooks";
import type { AgencyDecreeList } from "#shared/decree/decree-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { decrees as text } from "../messages/decrees.ts";
import { DecreeItem } from "./decree-item.tsx";

const read = (cursor?: string) =>
  call("GET /api/accounts/decrees", { query: { ...(cursor && { cursor }) } });
const readFirst = () => read();

/** What the reader's agency or units have to watch, by day. */
export function AgencyDecrees() {
  const { data, failure, reload } = useLoad(readFirst);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Pages first={data} />}
    </>
  );
}

/** Each part is read when it is asked for; reading goes on below what is there. */
function Pages({ first }: { readonly first: AgencyDecreeList }) {
  const [pages, setPages] = useState([first]);
  const { failure, busy, run } = useReading();
  const items = pages.flatMap((page) => page.items);
  const cursor = pages.at(-1)?.cursor;
  const more = () => run(async () => setPages([...pages, await read(cursor)]));
  if (items.length === 0 && cursor === undefined) return <p>{text.noneToWatch}</p>;
  return (
    <div class="print-list">
      <ul>
        {items.map((item) => (
          <DecreeItem key={item.id} decree={item} person={item.person}>
            <p>
              <a href={href(`/petugas/sk?id=${item.person.id}`)}>{text.open}</a>
            </p>
          </DecreeItem>
        ))}
      </ul>
      {failure && <FailureNotice failure={failure} retry={more} />}
      {cursor !== undefined && (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {text.more}
        </button>
      )}
    </div>
  );
}
