import { useEffect, useRef, useState } from "preact/hooks";
import type { UnitRow, UnitTreeAnswer } from "#shared/agency/unit-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { units as text } from "../messages/units.ts";
import { type Column, DataTable } from "../officer/data-table.tsx";
import { focusRow } from "../officer/focus-row.ts";
import { unitHref } from "./unit-address.ts";

interface UnitChildrenProps {
  readonly tree: UnitTreeAnswer;
  readonly takesFocus: boolean;
}

/** What stands directly below a unit, page after page. */
export function UnitChildren({ tree, takesFocus }: UnitChildrenProps) {
  const [later, setLater] = useState<readonly UnitTreeAnswer[]>([]);
  const { failure, busy, run } = useReading();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, []);
  const items = [tree, ...later].flatMap((page) => page.items);
  const { cursor } = later.at(-1) ?? tree;
  const title = tree.unit ? text.below : text.atRoot;
  const more = () =>
    run(async () => {
      const query = { ...(tree.unit && { id: tree.unit.id }), ...(cursor && { cursor }) };
      const page = await call("GET /api/officer/unit-tree", { query });
      setLater([...later, page]);
      // After the new rows are there: reading goes on at the first of them.
      requestAnimationFrame(() => focusRow(box.current, items.length));
    });
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="units-title">
      <h2 id="units-title">{title}</h2>
      <p role="status">{statusText(items.length, cursor !== undefined)}</p>
      {items.length > 0 && (
        <div class="panel">
          <DataTable caption={title} columns={columns} rows={items} keyOf={({ id }) => id} />
        </div>
      )}
      {failure && <FailureNotice failure={failure} retry={more} />}
      {cursor !== undefined && (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {text.more}
        </button>
      )}
    </section>
  );
}

function statusText(count: number, hasMore: boolean): string {
  if (hasMore) return text.firstShown(count);
  return count === 0 ? text.none : text.shown(count);
}

const columns: readonly Column<UnitRow>[] = [
  {
    key: "name",
    label: text.columns.name,
    cell: ({ id, name, isMoving }) => (
      <>
        <a translate={false} href={unitHref({ id })}>
          {name}
        </a>
        {isMoving && <span class="fact-hint">{text.moving}</span>}
      </>
    ),
  },
  { key: "people", label: text.columns.people, cell: ({ people }) => text.people(people) },
];
