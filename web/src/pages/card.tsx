import { useEffect, useState } from "preact/hooks";
import type { CardAnswer } from "#shared/http/contract.ts";
import { CardFaces } from "../card/card-faces.tsx";
import { CardFacts } from "../card/card-facts.tsx";
import { Notifications } from "../card/notifications.tsx";
import { StatusBadge } from "../card/status-badge.tsx";
import { useCard } from "../card/use-card.ts";
import { instantText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { Icon } from "../components/icon.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { card as text } from "../messages/card.ts";
import { common } from "../messages/common.ts";

export function CardPage() {
  useTitle(common.pages.card);
  const { card, failure, refresh } = useCard();
  return (
    <div data-kind={card?.text.kind}>
      <div class="page-top screen-only">
        <Heading>{common.pages.card}</Heading>
        {card && <StatusBadge status={card.status} />}
        {card && (
          <p class="hint">
            <time dateTime={card.asOf}>{text.asOf(instantText(card.asOf))}</time>
          </p>
        )}
        {card?.status === "active" && card.state !== "no-photo" && (
          <a class="button button-quiet" href={href("/foto")}>
            <Icon name="camera" /> {text.changePhoto}
          </a>
        )}
      </div>
      <div class="screen-only">
        {failure && !card && <FailureNotice failure={failure} retry={refresh} />}
        {failure && card && (
          <p class="notice notice-warning" role="status">
            {text.offline}
          </p>
        )}
        {!card && !failure && <p role="status">{common.loading}</p>}
      </div>
      {card && <CardContent card={card} />}
    </div>
  );
}

function CardContent({ card }: { card: CardAnswer }) {
  return (
    <div class="card-page">
      <div>
        <StateNotice card={card} />
        {card.version && card.status === "active" && <CardFaces version={card.version} />}
      </div>
      <aside class="screen-only">
        <h2>{text.text}</h2>
        <CardFacts text={card.text} />
        <p class="hint">{text.help}</p>
        <Notifications />
      </aside>
    </div>
  );
}

/** What the holder must know before looking at the card. */
function StateNotice({ card: { status, state } }: { card: CardAnswer }) {
  const wasDrawing = useWasDrawing(state);
  if (status !== "active") {
    const look = status === "suspended" ? "notice-warning" : "notice-bad";
    return (
      <p class={`notice ${look} screen-only`} role="status">
        {text.statusText[status]}
      </p>
    );
  }
  if (state === "no-photo") {
    return (
      <div class="notice notice-info screen-only">
        <h2>{text.noPhoto}</h2>
        <p>{text.noPhotoText}</p>
        <p>
          <a class="button" href={href("/foto")}>
            {text.choosePhoto}
          </a>
        </p>
      </div>
    );
  }
  return (
    <p
      class={state === "drawing" ? "notice notice-info screen-only" : "visually-hidden"}
      role="status"
    >
      {state === "drawing" ? text.drawing : wasDrawing && text.updated}
    </p>
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
