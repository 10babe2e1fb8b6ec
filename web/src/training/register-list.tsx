/** Who comes and who waits, in the order of registration, and what is noted of each. */
import { useState } from "preact/hooks";
import type { OfferAnswer } from "#shared/training/training-answers.ts";
import { call } from "../api/member-client.ts";
import { officePages } from "../messages/office-pages.ts";
import { session } from "../messages/session.ts";
import { training } from "../messages/training.ts";
import { trainingDesk as text } from "../messages/training-desk.ts";
import { Instant } from "../session/instant.tsx";
import { PlaceNote } from "./place-note.tsx";
import { spanOf } from "./training-text.ts";

type Place = OfferAnswer["places"][number];

interface RegisterListProps {
  readonly data: OfferAnswer;
  readonly onNoted: (data: OfferAnswer, message: string) => void;
}

/** Long: markup, in the order of the page. */
export function RegisterList({ data, onNoted }: RegisterListProps) {
  const { places, isCut, offer, readOnly, phase } = data;
  const [open, setOpen] = useState<Place>();
  const mayNote = !readOnly && offer.state === "open" && phase !== "started";
  return (
    <section class="panel" aria-labelledby="register-title">
      <h2 id="register-title">{text.register}</h2>
      {places.length === 0 && <p>{text.noPlaces}</p>}
      {isCut && <p class="notice notice-info">{text.cut(places.length)}</p>}
      <ol class="notifications">
        {places.map((place) => (
          <li key={`${place.person.id} ${place.joinedAt}`}>
            <strong translate={false}>{place.person.name ?? text.elsewhere}</strong>
            <div class="hint" translate={false}>
              {place.unit}
            </div>
            <div>{standingOf(place)}</div>
            <div class="hint">
              {text.joined} <Instant at={place.joinedAt} />
            </div>
            {place.away.length > 0 && (
              <p class="notice notice-warning">
                {training.meetsLeave(place.away.map(spanOf).join("; "))}
              </p>
            )}
            {place.reason !== undefined && <div translate={false}>{place.reason}</div>}
            {mayNote && place.state !== "out" && open !== place && (
              <button
                class="button button-quiet"
                type="button"
                aria-label={text.actOf(place.person.name ?? text.elsewhere)}
                onClick={() => setOpen(place)}
              >
                {text.act}
              </button>
            )}
            {open === place && (
              <Note
                offer={offer.id}
                place={place}
                onNoted={(next, message) => {
                  setOpen(undefined);
                  onNoted(next, message);
                }}
                leave={() => setOpen(undefined)}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** «Terdaftar, atasan menyetujui». */
function standingOf({ state, number, consented, why, late }: Place): string {
  const said =
    state === "waiting" && number !== undefined ? text.waitingAt(number) : text.places[state];
  if (state !== "out") return `${said}, ${consented ? text.consented : text.unconsented}`;
  return [said, why && text.out[why], late && text.late].filter(Boolean).join(", ");
}

const acts = ["consent", "refuse", "cancel"] as const;

interface NoteProps {
  readonly offer: OfferAnswer["offer"]["id"];
  readonly place: Place;
  readonly onNoted: RegisterListProps["onNoted"];
  readonly leave: () => void;
}

function Note({ offer, place, onNoted, leave }: NoteProps) {
  const { person, consented } = place;
  const name = person.name ?? text.elsewhere;
  const offered = acts.filter((each) => !consented || each === "cancel");
  return (
    <PlaceNote
      page={officePages.trainings}
      words={{
        title: text.actOf(name),
        ...{ what: text.what, reason: text.reason, send: text.save },
      }}
      acts={offered.map((each) => [each, text.acts[each]] as const)}
      failures={{ ...session.failures, "own-record": text.ownRecord }}
      send={async (act, reason) => {
        const next = await call("POST /api/officer/agency/trainings/{id}/places", {
          params: { id: offer },
          body: { person: person.id, act, ...reason },
        });
        onNoted(next, text.done[act](name));
      }}
      leave={leave}
    />
  );
}
