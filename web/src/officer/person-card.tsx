import { useMemo } from "preact/hooks";
import type { PersonCardAnswer } from "#shared/desk/person-card-answer.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { CardImage } from "../components/card-image.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { card } from "../messages/card.ts";
import { personCard as text } from "../messages/person-card.ts";
import { useInstantText } from "../session/instant.tsx";
import { useFollowed } from "./use-followed.ts";

const minuteMs = 60_000;
/** As long as whoever left the page alone would stay signed in anyway. */
const watchedMs = 15 * minuteMs;
/** Somebody else may change the record, or the holder the photo. */
const quietPauseMs = 10_000;

/** The person's card as it is now: it follows the record while the page is open. */
export function PersonCard({ id, revision }: { readonly id: string; readonly revision: number }) {
  const followed = useMemo(() => watched(id), [id, revision]);
  const { progress, failure, again } = useFollowed<PersonCardAnswer, undefined>(
    `${id} ${revision}`,
    undefined,
    followed,
  );
  return (
    <section class="panel" aria-labelledby="card-title">
      <h2 id="card-title">{text.title}</h2>
      {failure && <FailureNotice failure={failure} retry={again} />}
      <p role="status">{progress ? stateText(progress) : !failure && text.loading}</p>
      {progress && <Shown id={id} answer={progress} />}
    </section>
  );
}

/** «Ditangguhkan. Tidak ada kartu yang berlaku saat ini.» Without a photo nobody's card is «Aktif». */
function stateText({ status, state }: PersonCardAnswer): string {
  return state === "no-photo"
    ? text.states[state]
    : `${card.status[status]}. ${text.states[state]}`;
}

function watched(id: string) {
  const began = Date.now();
  return {
    read: () => call("GET /api/officer/people/{id}/card", { params: { id } }),
    isDone: () => Date.now() - began > watchedMs,
    pauseMs: ({ state }: PersonCardAnswer) => (state === "drawing" ? 1000 : quietPauseMs),
  };
}

function Shown({ id, answer }: { readonly id: string; readonly answer: PersonCardAnswer }) {
  const instantText = useInstantText();
  const { state, version, serial, issuedOn, asOf } = answer;
  return (
    <>
      {version && (
        <div class="person-card">
          {(["landscape", "portrait"] as const).map((shape) => (
            <CardImage
              key={shape}
              shape={shape}
              alt={text.alt[shape]}
              src={fileAddress("GET /api/officer/people/{id}/card/faces/{face}", {
                params: { id, face: `front-${shape}` },
                query: { v: version },
              })}
            />
          ))}
        </div>
      )}
      {serial && issuedOn && (
        <p>
          {text[state === "drawn" || state === "drawing" ? "serial" : "lastSerial"](
            serial,
            dayText(issuedOn),
          )}
        </p>
      )}
      <p class="hint">
        <time dateTime={asOf}>{text.asOf(instantText(asOf))}</time>
      </p>
    </>
  );
}
