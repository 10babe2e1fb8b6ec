import { useEffect, useRef } from "preact/hooks";
import type { ExportAnswer } from "#shared/export/export-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { common } from "../messages/common.ts";
import { exportTexts as text } from "../messages/export.ts";
import { ExportItem } from "./export-item.tsx";

const read = () => call("GET /api/officer/exports");

interface ExportListProps {
  /** How often this page has asked for something: one more reads the list anew, and leads to it. */
  readonly asked: number;
  /** Begins to ask a second person. */
  readonly ask: (large: ExportAnswer) => void;
  /** Who reads this page may export nothing. */
  readonly onForbidden: () => void;
}

/** The officer's own exports, newest first: what was asked for is found again after a reload and on another device. */
export function ExportList({ asked, ask, onForbidden }: ExportListProps) {
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
      aria-labelledby="exports-title"
    >
      <h2 id="exports-title" tabIndex={-1} ref={heading}>
        {text.listTitle}
      </h2>
      <p class="hint">{text.listHint}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data?.items.length === 0 && <p>{text.none}</p>}
      {data && data.items.length > 0 && (
        <ul>
          {data.items.map((item) => (
            <ExportItem key={`${item.exportId} ${item.state}`} item={item} ask={ask} />
          ))}
        </ul>
      )}
    </section>
  );
}
