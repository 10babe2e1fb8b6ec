import type { NameWorkAnswer } from "#shared/agency/agency-answers.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { agencyDetail as text } from "../messages/agency-detail.ts";
import type { Followed } from "../officer/follow.ts";
import { useFollowed } from "../officer/use-followed.ts";
import { RepeatNames } from "./repeat-names.tsx";

type Work = NonNullable<NameWorkAnswer["work"]>;

interface AgencyNamesProps {
  /** Follows another work when it is another one. */
  readonly id: string;
  readonly read: () => Promise<NameWorkAnswer>;
  /** Begins it again, for who may. @throws Refusal, NoAnswer */
  readonly repeat?: (reason: string) => Promise<unknown>;
}

/** How far the records of an agency have its name. Of one whose name never changed there is nothing to see. */
export function AgencyNames({ id, read, repeat }: AgencyNamesProps) {
  const followed: Followed<NameWorkAnswer> = {
    read,
    isDone: ({ work }) => work?.state !== "running",
  };
  const { progress, failure, again } = useFollowed<NameWorkAnswer, undefined>(
    id,
    undefined,
    followed,
  );
  const work = progress?.work;
  return (
    <section class="panel" aria-labelledby="names-title">
      <h2 id="names-title">{text.names}</h2>
      <div role="status">{progress && <Progress work={work} />}</div>
      {failure && <FailureNotice failure={failure} retry={again} />}
      {repeat && progress && work?.state !== "running" && (
        <RepeatNames repeat={repeat} onBegun={again} />
      )}
    </section>
  );
}

function Progress({ work }: { readonly work: Work | undefined }) {
  if (!work) return <p class="hint">{text.never}</p>;
  const { state, done, unchanged, refused } = work;
  const seen = done + unchanged + refused;
  // Who came meanwhile was not counted at the beginning.
  const total = work.total === undefined ? undefined : Math.max(work.total, seen);
  return (
    <>
      <p class={`notice ${looks[state]}`}>
        {state === "running" ? text.running(seen, total) : text[state](done)}
      </p>
      {state === "running" && total !== undefined && (
        <progress max={total} value={seen} aria-label={text.names} />
      )}
      {refused > 0 && <p class="hint">{text.refused(refused)}</p>}
    </>
  );
}

const looks = {
  running: "notice-info",
  done: "notice-good",
  stopped: "notice-warning",
} as const;
