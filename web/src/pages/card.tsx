import { useEffect, useState } from "preact/hooks";
import type { CardAnswer } from "#shared/card/card-answer.ts";
import { CardFaces } from "../card/card-faces.tsx";
import { StatusBadge } from "../card/status-badge.tsx";
import { type ComingFace, useCard } from "../card/use-card.ts";
import { useExtras } from "../card/use-extras.ts";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { card as text } from "../messages/card.ts";
import { common } from "../messages/common.ts";
import { useInstantText } from "../session/instant.tsx";

/** For showing the card: it fills a phone's first view, and its place is kept before it is there. All else is below. Long: markup, in the order of the page. */
export function CardPage() {
  useTitle(common.pages.card);
  const { card: read, early, failure, refresh } = useCard();
  const instantText = useInstantText();
  // At once where the last card is kept, whose worker is there then (offline/use-kept-card.ts): it stands in the place of the newest.
  const extras = useExtras(
    (read && early !== "coming") || (!import.meta.env.SSR && navigator.serviceWorker?.controller),
  );
  // Whose photo was taken away reads that first: its words come late, and nothing that is there may move for them.
  const isWhole = read?.version || !read?.photoAsked || extras.data || extras.failure;
  const card = isWhole ? read : undefined;
  return (
    <div class="card-page" data-kind={card?.text.kind}>
      <div>
        <div class="page-top screen-only">
          <Heading>{common.pages.card}</Heading>
          {card && <StatusBadge status={shownStatus(card)} />}
        </div>
        {card ? (
          <CardPlace card={card} early={early} extras={extras.data} />
        ) : (
          <div class="card-frame">
            {extras.data && <extras.data.KeptPicture />}
            {failure ? (
              <FailureNotice failure={failure} retry={refresh} />
            ) : (
              <p class="visually-hidden" role="status">
                {common.loading}
              </p>
            )}
          </div>
        )}
        {card && (
          <p class="hint screen-only">
            <time dateTime={card.asOf}>{text.asOf(instantText(card.asOf))}</time>{" "}
            <span role="status">{failure && text.offline}</span>
          </p>
        )}
      </div>
      {card && extras.data && <extras.data.BelowCard card={card} />}
      {extras.failure && <FailureNotice failure={extras.failure} retry={extras.reload} />}
    </div>
  );
}

/** As a check would say. */
function shownStatus({ state, status, qrPausedAt }: CardAnswer) {
  if (state === "no-photo") return "none";
  return qrPausedAt ? "suspended" : status;
}

interface CardPlaceProps {
  readonly card: CardAnswer;
  readonly early: ComingFace;
  readonly extras: ReturnType<typeof useExtras>["data"];
}

const hindrances: Partial<Record<CardAnswer["status"], string>> = text.statusText;

/** The card, or what stands in its way. Long: markup, a case after the other. */
function CardPlace({ card, early, extras }: CardPlaceProps) {
  const { status, state, version, startsOn, photoAsked } = card;
  const wasDrawing = useWasDrawing(state);
  const hindrance = startsOn ? text.startsOn(dayText(startsOn)) : hindrances[status];
  if (hindrance) {
    const look = status === "ended" ? "notice-bad" : "notice-warning";
    return (
      <p class={`notice ${look} screen-only`} role="status">
        {hindrance}
      </p>
    );
  }
  if (state === "no-photo") {
    return (
      <>
        {photoAsked && extras && <extras.PhotoAsked asked={photoAsked} />}
        <div class="notice notice-info screen-only">
          <h2>{text.noPhoto}</h2>
          <p>{text.noPhotoText}</p>
          <p>
            <a class="button" href={href("/foto")}>
              {text.choosePhoto}
            </a>
          </p>
        </div>
      </>
    );
  }
  return (
    <>
      {version ? (
        <CardFaces version={version} early={early} extras={extras} />
      ) : (
        <div class="card-frame screen-only">
          <p class="notice notice-info">{text.drawing}</p>
        </div>
      )}
      <p class="visually-hidden screen-only" role="status">
        {state === "drawing" ? text.drawing : wasDrawing && text.updated}
      </p>
    </>
  );
}

/** Whether this page has seen the card being drawn: then its arrival is worth telling. */
function useWasDrawing(state: CardAnswer["state"]): boolean {
  const [wasDrawing, setWasDrawing] = useState(false);
  useEffect(() => {
    if (state === "drawing") setWasDrawing(true);
  }, [state]);
  return wasDrawing;
}
