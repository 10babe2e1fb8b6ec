import { href } from "../language.ts";
import { importDetail as text } from "../messages/import-detail.ts";
import { useInstantText } from "../session/instant.tsx";
import type { ImportAnswer } from "./answers.ts";
import { figure } from "./figures.ts";

const { notices } = text;

/** Where the import stands, in a sentence. */
export function ImportNotice({ found }: { found: ImportAnswer }) {
  switch (found.state) {
    case "judged":
    case "ended":
      return <Open {...found} />;
    case "waiting":
      return <Waiting {...found} />;
    case "applying":
      return <Applying {...found} />;
    case "done":
      return <Done {...found} />;
    case "stopped":
      return <Stopped {...found} />;
    case "uploading":
      return <p class="notice notice-warning">{notices.uploading}</p>;
    case "judging":
      return <p class="notice notice-info">{notices.judging}</p>;
    case "refused":
      return <p class="notice notice-bad">{notices.refused}</p>;
  }
}

/** It can be asked for, unless there is nothing to do or the file is too old. */
function Open({ state, counts, may }: ImportAnswer) {
  if (counts.new + counts.changed === 0)
    return <p class="notice notice-info">{notices.nothingNew}</p>;
  if (state === "ended")
    return (
      <p class="notice notice-warning">{may.includes("ask") ? notices.ended : notices.tooOld}</p>
    );
  return <p class="notice notice-info">{notices.judged}</p>;
}

function Waiting({ until }: ImportAnswer) {
  const instantText = useInstantText();
  return (
    <div class="notice notice-info">
      <p>
        {notices.waiting} {until && notices.until(instantText(until))}
      </p>
      <p>
        <a href={href("/petugas/persetujuan")}>{text.toApprovals}</a>
      </p>
    </div>
  );
}

function Applying({ progress, counts }: ImportAnswer) {
  const { done = 0, unchanged = 0, refused = 0 } = progress ?? {};
  const total = counts.new + counts.changed;
  const passed = done + unchanged + refused;
  return (
    <>
      <p>{text.applied(figure(passed), figure(total))}</p>
      <progress max={total} value={passed} aria-label={text.progress} />
    </>
  );
}

/** Who or what stopped it, when, and how to go on. */
function Stopped({ stopped }: ImportAnswer) {
  const instantText = useInstantText();
  if (!stopped) return <p class="notice notice-warning">{notices.stopped}</p>;
  const { why, at, by } = stopped;
  return (
    <div class="notice notice-warning">
      <p translate={false}>{notices.stops[why](instantText(at), by)}</p>
      <p>{notices.stopped}</p>
    </div>
  );
}

function Done({ progress, counts }: ImportAnswer) {
  const { done = 0, unchanged = 0, refused = 0 } = progress ?? {};
  const people = figure(done + unchanged);
  return (
    <div class={`notice ${refused === 0 ? "notice-good" : "notice-warning"}`}>
      <p>
        {refused === 0 ? notices.done(people) : notices.doneWithRefused(people, figure(refused))}
      </p>
      {counts.new > 0 && (
        <p>
          {notices.notMailed}{" "}
          <a href={href("/petugas/akun?daftar=not-activated&ingatkan=ya")}>{text.toReminders}</a>
        </p>
      )}
    </div>
  );
}
