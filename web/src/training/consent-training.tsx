/** A training for whose people the reader is the superior: what it is, who waits, and the consent. */
import { useState } from "preact/hooks";
import type { ConsentsAnswer } from "#shared/training/training-answers.ts";
import type { TrainingOffer } from "#shared/training/training-offer.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { common } from "../messages/common.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { session } from "../messages/session.ts";
import { training } from "../messages/training.ts";
import { trainingConsent as text } from "../messages/training-consent.ts";
import { Told } from "../officer/told.tsx";
import { Instant } from "../session/instant.tsx";
import { PlaceNote } from "./place-note.tsx";
import { Sessions, TrainingFacts } from "./training-facts.tsx";
import { spanOf } from "./training-text.ts";

type Item = ConsentsAnswer["items"][number];
type Person = Item["people"][number];

const read = () => call("GET /api/officer/agency/training-consents");

export function ConsentTraining({ id }: { readonly id: TrainingOffer["id"] }) {
  const { data, failure, reload, replace } = useLoad(read);
  const [told, setTold] = useState<string>();
  const item = data?.items.find(({ offer }) => offer.id === id);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      <Told message={told} />
      {data && !item && <p>{text.none}</p>}
      {item && (
        <>
          <section class="panel" aria-labelledby="training-title">
            <h2 id="training-title" translate={false}>
              {item.offer.programme.name}
            </h2>
            <TrainingFacts offer={item.offer} seats={training.quota(item.offer.quota)} />
          </section>
          <People
            item={item}
            onDone={(next, message) => {
              replace(next);
              setTold(message);
            }}
          />
          <Sessions offer={item.offer} />
        </>
      )}
    </>
  );
}

interface PeopleProps {
  readonly item: Item;
  readonly onDone: (next: ConsentsAnswer, told: string) => void;
}

/** Long: markup, in the order of the page. */
function People({ item: { offer, people }, onDone }: PeopleProps) {
  const [open, setOpen] = useState<Person["person"]["id"]>();
  const leave = () => setOpen(undefined);
  return (
    <section class="panel" aria-labelledby="consent-title">
      <h2 id="consent-title">{text.title}</h2>
      <p>{text.lead}</p>
      <ol class="notifications">
        {people.map((each) => (
          <li key={each.person.id}>
            <strong translate={false}>{each.person.name}</strong>
            <div class="hint" translate={false}>
              {each.unit}
            </div>
            <div>{standingOf(each)}</div>
            {each.away.length > 0 && (
              <p class="notice notice-warning">
                {training.meetsLeave(each.away.map(spanOf).join("; "))}
              </p>
            )}
            <div class="hint">
              {text.until} <Instant at={each.consentUntil} />
            </div>
            {open === each.person.id ? (
              <Decision {...{ offer, person: each.person, onDone, leave }} />
            ) : (
              <button
                class="button button-quiet"
                type="button"
                aria-label={text.decideOf(each.person.name)}
                onClick={() => setOpen(each.person.id)}
              >
                {text.decide}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function standingOf({ state, number }: Person): string {
  return number === undefined ? text.states[state] : text.waitingAt(number);
}

interface DecisionProps extends Pick<Item, "offer">, Pick<PeopleProps, "onDone"> {
  readonly person: Person["person"];
  readonly leave: () => void;
}

function Decision({ offer: { id }, person, onDone, leave }: DecisionProps) {
  return (
    <PlaceNote
      page={leaveWords.deciding}
      words={{
        title: text.decideOf(person.name),
        ...{ what: text.verdict, reason: text.reason, reasonHint: text.reasonHint },
        send: text.send,
      }}
      acts={(["consent", "refuse"] as const).map((each) => [each, text.acts[each]] as const)}
      failures={{ ...session.failures, ...text.failures }}
      send={async (act, reason) => {
        const next = await call("POST /api/officer/agency/training-consents/{id}", {
          params: { id },
          body: { person: person.id, act, ...reason },
        });
        leave();
        onDone(next, text.done[act](person.name));
      }}
      leave={leave}
    />
  );
}
