import { useEffect, useRef } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { common } from "../messages/common.ts";
import { print as text } from "../messages/print.ts";
import { PrintItem } from "./print-item.tsx";

const read = () => call("GET /api/officer/prints");

/**
 * The officer's prints of the last day, newest first: what was asked for is found again after a reload and on another device.
 * @param asked how many prints this page has asked for: one more reads the list anew, and leads to it
 * @param onForbidden who reads this page may print nothing
 */
export function PrintList({ asked, onForbidden }: { asked: number; onForbidden: () => void }) {
  const { data, failure, reload } = useLoad(read);
  const isForbidden = failure?.code === "forbidden";
  useEffect(() => {
    if (isForbidden) onForbidden();
  }, [isForbidden]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked === 0) return;
    reload();
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
  }, [asked]);
  return (
    <section
      class={asked > 0 ? "print-list fills-screen" : "print-list"}
      aria-labelledby="prints-title"
    >
      <h2 id="prints-title" tabIndex={-1} ref={heading}>
        {text.listTitle}
      </h2>
      <p class="hint">{text.listHint}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data?.items.length === 0 && <p>{text.noPrints}</p>}
      {data && data.items.length > 0 && (
        <ul>
          {data.items.map((item) => (
            <PrintItem key={item.printId} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}
