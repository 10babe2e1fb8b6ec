import type { EmployeeListAnswer, EmployeeRow } from "#shared/employee/record-answers.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { href } from "../language.ts";
import { bulkChanges as text } from "../messages/bulk-changes.ts";
import { mostMarks } from "./marks.ts";
import type { Marks } from "./use-marks.ts";

/** Chooses one person of the list. */
export function MarkBox({
  row: { id, name },
  marks,
  setMarks,
}: Marks & { readonly row: EmployeeRow }) {
  const isMarked = marks.includes(id);
  return (
    <input
      type="checkbox"
      class="mark"
      aria-label={text.mark(name)}
      checked={isMarked}
      onChange={() => setMarks(isMarked ? marks.filter((each) => each !== id) : [...marks, id])}
    />
  );
}

interface MarkBarProps extends Marks {
  readonly items: readonly EmployeeRow[];
  /** The pages of what was found. @param from undefined for the first */
  readonly read: (from: string | undefined) => Promise<EmployeeListAnswer>;
}

/** How many are chosen, and what comes of it. Long: markup, in the order of the page. */
export function MarkBar({ items, marks, setMarks, read }: MarkBarProps) {
  const { failure, busy, run } = useReading();
  const markFound = () =>
    run(async () => {
      const found = [...marks];
      let from: string | undefined;
      do {
        const page = await read(from);
        found.push(...page.items.map(({ id }) => id));
        from = page.cursor;
      } while (from !== undefined && new Set(found).size < mostMarks);
      setMarks(found);
    });
  return (
    <div class="mark-bar">
      <p role="status">{text.marked(marks.length)}</p>
      <div class="button-row">
        <button
          class="button button-quiet"
          type="button"
          onClick={() => setMarks([...marks, ...items.map(({ id }) => id)])}
        >
          {text.markPage}
        </button>
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={markFound}>
          {text.markFound}
        </button>
        {marks.length > 0 && (
          <>
            <button class="button button-quiet" type="button" onClick={() => setMarks([])}>
              {text.unmark}
            </button>
            <a class="button button-quiet" href={href("/petugas?bagian=massal")}>
              {text.go}
            </a>
            <a class="button button-quiet" href={href("/petugas?bagian=massal&untuk=cetak")}>
              {text.print}
            </a>
            <a class="button button-quiet" href={href("/petugas?bagian=massal&untuk=ingatkan")}>
              {text.remind}
            </a>
          </>
        )}
      </div>
      {failure && <FailureNotice failure={failure} retry={markFound} />}
    </div>
  );
}
