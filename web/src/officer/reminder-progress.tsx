import type { ReminderRunAnswer } from "#shared/account/reminder-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { reminders as text } from "../messages/reminders.ts";
import { useFollowed } from "./use-followed.ts";

/** How far a run of reminders is, and the way to stop it. */
export function ReminderProgress({ bulkId }: { bulkId: string }) {
  const following = useFollowed(bulkId, undefined, {
    read: () => call("GET /api/officer/reminders/{bulkId}", { params: { bulkId } }),
    isDone: ({ state }: ReminderRunAnswer) => state !== "running",
  });
  const run = following.progress;
  const stopping = useReading();
  const stop = () =>
    stopping.run(async () => {
      await call("POST /api/officer/reminders/{bulkId}/stop", { params: { bulkId } });
    });
  const failure = following.failure ?? stopping.failure;
  return (
    <section class="panel reminders">
      <h2>{text.title}</h2>
      <div role="status">{run && <Standing run={run} />}</div>
      {run?.state === "running" && (
        <button
          class="button button-quiet"
          type="button"
          aria-disabled={stopping.busy}
          onClick={stop}
        >
          {text.stop}
        </button>
      )}
      {failure && (
        <FailureNotice failure={failure} retry={following.failure ? following.again : stop} />
      )}
    </section>
  );
}

function Standing({ run: { state, done, unchanged, refused, total } }: { run: ReminderRunAnswer }) {
  const notDone = unchanged + refused;
  return (
    <>
      {state === "running" && (
        <>
          <p>{text.running(done, total)}</p>
          <progress max={total} value={done} aria-label={text.title} />
        </>
      )}
      {state === "done" && <p class="notice notice-good">{text.done(done)}</p>}
      {state === "stopped" && <p class="notice notice-warning">{text.stopped(done)}</p>}
      {state !== "running" && notDone > 0 && <p>{text.skipped(notDone)}</p>}
    </>
  );
}
