import { useEffect, useState } from "preact/hooks";
import type { PassAnswer } from "#shared/desk/desk-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { quality as text } from "../messages/quality.ts";
import { useFollowed } from "../officer/use-followed.ts";
import { countText } from "./figures.ts";

/**
 * Has the agency counted anew, and follows it. The button stays where it is and keeps the focus; what happens stands in the place of its hint.
 * @param onDone the board is newer
 */
export function Recount({ onDone }: { readonly onDone: () => void }) {
  const [bulkId, setBulkId] = useState<string>();
  const { failure, busy, run } = useReading();
  const start = () =>
    run(async () => setBulkId((await call("POST /api/officer/quality/passes")).bulkId));
  return (
    <>
      <p class="button-row">
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={start}>
          {text.recount}
        </button>
        {bulkId ? (
          <Progress key={bulkId} bulkId={bulkId} onDone={onDone} />
        ) : (
          <span class="hint">{text.recountHint}</span>
        )}
      </p>
      {failure && <FailureNotice failure={failure} retry={start} />}
    </>
  );
}

function Progress({ bulkId, onDone }: { readonly bulkId: string; readonly onDone: () => void }) {
  const { progress } = useFollowed(bulkId, undefined, {
    read: () => call("GET /api/officer/quality/passes/{bulkId}", { params: { bulkId } }),
    isDone: ({ state }: PassAnswer) => state !== "running",
  });
  const isDone = progress?.state === "done";
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone]);
  return (
    <span class="hint" role="status">
      {progress ? standing(progress) : text.recountHint}
    </span>
  );
}

function standing({ state, done }: PassAnswer): string {
  if (state === "running") return text.counting(countText(done));
  return state === "done" ? text.counted : text.stopped;
}
