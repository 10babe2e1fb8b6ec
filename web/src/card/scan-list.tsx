import type { ComponentChildren, RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import type { ScansAnswer } from "#shared/card/scan-answers.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { scans as text } from "../messages/scans.ts";
import { Instant } from "../session/instant.tsx";

interface ScanListProps {
  readonly read: (cursor: string | undefined) => Promise<ScansAnswer>;
  /** What can be done about a check, before the list. */
  readonly children?: ComponentChildren;
}

/** Checks of one card, a page at a time, when somebody asks for them. */
export function ScanList({ read, children }: ScanListProps) {
  const [pages, setPages] = useState<readonly ScansAnswer[]>([]);
  const { failure, busy, run } = useReading();
  const box = useRef<HTMLUListElement>(null);
  const items = pages.flatMap((page) => page.items);
  const cursor = pages.at(-1)?.cursor;
  const isComplete = pages.length > 0 && cursor === undefined;
  const more = () =>
    run(async () => {
      const page = await read(cursor);
      setPages([...pages, page]);
      // After the new lines are there: reading goes on at the first of them.
      requestAnimationFrame(() => {
        const next = box.current?.children[items.length];
        if (next instanceof HTMLElement) next.focus();
      });
    });
  return (
    <section class="panel" aria-labelledby="scans-title">
      <h2 id="scans-title">{text.title}</h2>
      <p class="hint">{text.hint}</p>
      {children}
      {items.length > 0 && <Lines items={items} box={box} />}
      {failure && <FailureNotice failure={failure} retry={more} />}
      {isComplete ? (
        <p role="status" class="hint">
          {items.length === 0 ? text.none : text.all(items.length)}
        </p>
      ) : (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {pages.length === 0 ? text.show : text.older}
        </button>
      )}
    </section>
  );
}

interface LinesProps {
  readonly items: ScansAnswer["items"];
  readonly box: RefObject<HTMLUListElement | null>;
}

function Lines({ items, box }: LinesProps) {
  return (
    <ul ref={box}>
      {items.map(({ at, result, way, region }) => (
        <li key={at} tabIndex={-1}>
          <Instant at={at} />: <strong>{text.results[result]}</strong>,{" "}
          {way && `${text.ways[way]}, `}
          {region ?? text.noRegion}
        </li>
      ))}
    </ul>
  );
}
