import { useEffect } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { imports as text } from "../messages/imports.ts";
import type { ImportAnswer } from "./answers.ts";
import { BroughtBy } from "./brought-by.tsx";
import { figure } from "./figures.ts";

const read = () => call("GET /api/officer/imports");

/**
 * The agency's newest imports, so that one is found again after a reload and on another device.
 * @param onForbidden who reads this page has only some units in reach
 */
export function ImportList({ onForbidden }: { onForbidden: () => void }) {
  const { data, failure, reload } = useLoad(read);
  const isForbidden = failure?.code === "forbidden";
  useEffect(() => {
    if (isForbidden) onForbidden();
  }, [isForbidden]);
  return (
    <section class="print-list" aria-labelledby="imports-title">
      <h2 id="imports-title">{text.list}</h2>
      <p class="hint">{text.listHint}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data?.items.length === 0 && <p>{text.none}</p>}
      {data && data.items.length > 0 && (
        <ul>
          {data.items.map((item) => (
            <ImportItem key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ImportItem({ item }: { item: ImportAnswer }) {
  const { id, fileName, state, counts } = item;
  return (
    <li class="panel print-item">
      <h3>
        <a href={href(`/petugas/impor?id=${encodeURIComponent(id)}`)} translate={false}>
          {fileName}
        </a>
      </h3>
      <BroughtBy {...item} />
      <p>
        <strong>{text.states[state]}</strong>
        {counts.new + counts.changed > 0 &&
          `: ${text.people(figure(counts.new), figure(counts.changed))}`}
      </p>
    </li>
  );
}
