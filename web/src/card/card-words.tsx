/** The card in words, and what happened to it. */
import type { CardAnswer } from "#shared/card/card-answer.ts";
import { href } from "../language.ts";
import { cardWords as text } from "../messages/card-words.ts";
import { useKeptCard } from "../offline/use-kept-card.ts";
import { useInstantText } from "../session/instant.tsx";
import { CardFacts } from "./card-facts.tsx";
import { Notifications } from "./notifications.tsx";
import { PhotoAsked } from "./photo-asked.tsx";

export function CardWords({ card }: { card: CardAnswer }) {
  useKeptCard(card);
  // Where there would be a card if there were a photo, it stands in the card's place.
  const isToldAbove = card.state === "no-photo" && card.status === "active";
  return (
    <>
      {card.qrPausedAt && <QrPaused since={card.qrPausedAt} />}
      {card.photoAsked && !isToldAbove && <PhotoAsked asked={card.photoAsked} withLink />}
      <h2>{text.text}</h2>
      <CardFacts {...card} />
      <p class="hint">
        {text.help} <a href={href("/pengajuan?baru=")}>{text.propose}</a>
      </p>
      <Notifications />
    </>
  );
}

/** The holder's own pause: the card stays on the screen, and its checks say that it is suspended. */
function QrPaused({ since }: { since: string }) {
  const instantText = useInstantText();
  return (
    <section class="notice notice-warning">
      <p>{text.qrPaused(instantText(since))}</p>
      <p>
        <a href={href("/akun/data")}>{text.resumeQr}</a>
      </p>
    </section>
  );
}
