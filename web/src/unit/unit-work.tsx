import { useEffect } from "preact/hooks";
import type { OpenUnit } from "#shared/agency/unit-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { units as text } from "../messages/units.ts";
import { useFollowed } from "../officer/use-followed.ts";

type Work = NonNullable<OpenUnit["work"]>;

/** An answer counts the people of a page of units, so the page looks seldom; milliseconds. */
const lookMs = 4000;

interface UnitWorkProps {
  readonly id: OpenUnit["id"];
  readonly work: Work;
  readonly onDone: () => void;
}

/** How far the people of a unit are on their way to its new name, or to the unit that it goes into. */
export function UnitWork({ id, work, onDone }: UnitWorkProps) {
  const { progress, failure, again } = useFollowed<Work | undefined, Work>(id, work, {
    read: async () => (await call("GET /api/officer/unit-tree", { query: { id } })).unit?.work,
    isDone: (now) => now === undefined || now.isStopped,
    pauseMs: () => lookMs,
  });
  const isOver = progress === undefined;
  useEffect(() => {
    if (isOver) onDone();
  }, [isOver]);
  // A unit that went into another one is gone when its people are there.
  if (failure?.code === "not-found" && work.into !== undefined)
    return <p class="notice notice-good">{text.work.gone(work.into)}</p>;
  return (
    <>
      {progress && <Progress work={progress} />}
      {failure && <FailureNotice failure={failure} retry={again} />}
    </>
  );
}

function Progress({ work }: { readonly work: Work }) {
  const { into, done, refused, isStopped } = work;
  // Who came meanwhile was not counted at the beginning.
  const total = work.total === undefined ? undefined : Math.max(work.total, done + refused);
  const words =
    into === undefined ? text.work.renamed(done, total) : text.work.merged(into, done, total);
  return (
    <div class={isStopped ? "notice notice-warning" : "notice notice-info"} role="status">
      <p>{isStopped ? text.work.stopped : words}</p>
      {!isStopped && total !== undefined && total > 0 && (
        <progress max={total} value={done + refused} aria-label={text.moving} />
      )}
      {refused > 0 && <p>{text.work.refused(refused)}</p>}
    </div>
  );
}
