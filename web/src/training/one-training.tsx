/** One training: what it is, the own place, and what can be done about it. */
import { useCallback, useState } from "preact/hooks";
import type { OwnTrainingAnswer } from "#shared/training/training-answers.ts";
import type { TrainingOffer } from "#shared/training/training-offer.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { training as text } from "../messages/training.ts";
import { Told } from "../officer/told.tsx";
import { Instant } from "../session/instant.tsx";
import { Conditions, Sessions, TrainingFacts } from "./training-facts.tsx";
import { findingText, standingOf } from "./training-text.ts";

export function OneTraining({ id }: { readonly id: TrainingOffer["id"] }) {
  const load = useCallback(() => call("GET /api/me/trainings/{id}", { params: { id } }), [id]);
  const { data, failure, reload, replace } = useLoad(load);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Whole training={data} replace={replace} />}
    </>
  );
}

type OwnAct = keyof typeof text.done;

interface WholeProps {
  readonly training: OwnTrainingAnswer;
  readonly replace: (training: OwnTrainingAnswer) => void;
}

/** Long: markup, in the order of the page. */
function Whole({ training, replace }: WholeProps) {
  const { offer, place, free, waiting, findings, phase } = training;
  const [told, setTold] = useState<string>();
  const act = async (done: OwnAct, reason?: string) => {
    const body = { act: done, ...(reason !== undefined && { reason }) };
    const next = await call("POST /api/me/trainings/{id}/place", {
      params: { id: offer.id },
      body,
    });
    replace(next);
    const isStopped = next.findings.some(({ stops }) => stops === "registration");
    setTold(isStopped ? undefined : text.done[done]);
  };
  const stops = findings.filter(({ stops }) => stops === "registration");
  const isIn = place !== undefined && place.state !== "out";
  return (
    <>
      <section class="panel" aria-labelledby="training-title">
        <h2 id="training-title" translate={false}>
          {offer.programme.name}
        </h2>
        <Told message={told} />
        {offer.state === "called-off" && <p class="notice notice-warning">{text.calledOff}</p>}
        <TrainingFacts offer={offer} seats={text.seats(free, offer.quota, waiting)} />
      </section>
      {place && <OwnPlace place={place} />}
      <Certificate training={training} />
      {isIn && phase === "started" ? null : isIn ? (
        <OwnActs training={training} act={act} />
      ) : (
        <>
          <Findings training={training} />
          {stops.length === 0 && <Join free={free} act={act} />}
        </>
      )}
      <Conditions offer={offer} />
      <Sessions offer={offer} />
    </>
  );
}

function Certificate({ training: { offer, certificate } }: Pick<WholeProps, "training">) {
  if (!certificate) return null;
  const params = { id: offer.id };
  return (
    <section class="panel" aria-labelledby="certificate-title">
      <h2 id="certificate-title">{text.certificate.title}</h2>
      <p translate={false}>{certificate.number}</p>
      {certificate.withdrawnAt === undefined ? (
        <p>
          <a
            class="button"
            download
            href={fileAddress("GET /api/me/trainings/{id}/certificate", { params })}
          >
            {text.certificate.file}
          </a>
        </p>
      ) : (
        <p class="notice notice-warning">{text.certificate.withdrawn}</p>
      )}
    </section>
  );
}

function OwnPlace({ place }: { readonly place: NonNullable<OwnTrainingAnswer["place"]> }) {
  const { joinedAt, state, consented, consentUntil, offeredUntil, reason, late } = place;
  const isIn = state !== "out";
  const facts = [
    [text.joined, joinedAt],
    [text.offeredUntil, isIn ? offeredUntil : undefined],
    [text.consentUntil, isIn && !consented ? consentUntil : undefined],
  ] as const;
  return (
    <section class="panel" aria-labelledby="place-title">
      <h2 id="place-title">{text.place}</h2>
      <p>
        <strong>{standingOf(place)}</strong>
      </p>
      {reason !== undefined && (
        <p>
          {text.reason}: <span translate={false}>{reason}</span>
        </p>
      )}
      {late && <p>{text.late}</p>}
      {isIn && consented && <p>{text.consented}</p>}
      <dl class="own-record">
        {facts.map(
          ([term, at]) =>
            at && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>
                  <Instant at={at} />
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

/** All that was found, what stops the registration first. */
function Findings({ training: { findings } }: Pick<WholeProps, "training">) {
  const groups = [
    ["notice notice-warning", text.blocked, findings.filter((each) => each.stops !== "nothing")],
    ["notice notice-info", text.told, findings.filter((each) => each.stops === "nothing")],
  ] as const;
  return (
    <>
      {groups.map(
        ([look, title, some]) =>
          some.length > 0 && (
            <div key={title} class={look}>
              <p>
                <strong>{title}</strong>
              </p>
              <ul>
                {some.map((each) => (
                  <li key={`${each.code} ${each.limit}`}>{findingText(each)}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </>
  );
}

interface ActProps {
  readonly act: (done: OwnAct, reason?: string) => Promise<void>;
}

function Join({ free, act }: ActProps & Pick<OwnTrainingAnswer, "free">) {
  return (
    <section class="panel" aria-labelledby="join-title">
      <h2 id="join-title">{text.join}</h2>
      <p>{free === 0 ? text.joinWaits : text.joinHint}</p>
      <Form
        title={leaveWords.training}
        names={[]}
        check={() => []}
        submit={text.join}
        failures={text.failures}
        send={() => act("join")}
      >
        {null}
      </Form>
    </section>
  );
}

/** An offered seat is taken or given up by a press; who cancels says why. Long: markup, in the order of the page. */
function OwnActs({ training: { place, phase }, act }: ActProps & Pick<WholeProps, "training">) {
  const isOffered = place?.state === "offered";
  return (
    <section class="panel" aria-labelledby="acts-title">
      <h2 id="acts-title">{isOffered ? text.states.offered : text.cancel}</h2>
      {isOffered &&
        (["accept", "decline"] as const).map((each) => (
          <Form
            key={each}
            title={leaveWords.training}
            names={[]}
            check={() => []}
            submit={text[each]}
            look={each === "accept" ? "button" : "button button-quiet"}
            send={() => act(each)}
          >
            {null}
          </Form>
        ))}
      {!isOffered && (
        <Form
          title={leaveWords.training}
          names={["reason"]}
          check={({ reason }) =>
            reason.trim() === "" ? [{ field: "reason", code: "required" }] : []
          }
          submit={text.cancel}
          look="button button-danger"
          send={({ reason }) => act("cancel", reason.trim())}
        >
          {phase !== "open" && <p class="notice notice-warning">{text.cancelLate}</p>}
          <TextField
            name="reason"
            label={`${text.reason} *`}
            hint={text.cancelHint}
            autoComplete="off"
          />
        </Form>
      )}
    </section>
  );
}
