/** What makes the page of the card the home: what waits, the own requests, the card in words, what happened to it, and the way to everything else. */
import type { CardAnswer } from "#shared/card/card-answer.ts";
import { OwnPlace } from "../home/own-place.tsx";
import { Services } from "../home/services.tsx";
import { useOwnRequests } from "../home/use-own-requests.ts";
import { waitingInPlaceOfCard } from "../home/waiting.ts";
import { href } from "../language.ts";
import { cardWords as text } from "../messages/card-words.ts";
import { useKeptCard } from "../offline/use-kept-card.ts";
import { useInstantText } from "../session/instant.tsx";
import { Announcements } from "./announcements.tsx";
import { CardFacts } from "./card-facts.tsx";
import { Notifications } from "./notifications.tsx";
import { PhotoAsked } from "./photo-asked.tsx";

/** All of it at once: on a phone each part stands below the one before. Long: markup, in the order of the page. */
export function BelowCard({ card }: { card: CardAnswer }) {
  useKeptCard(card);
  const { isSettled, ...own } = useOwnRequests(card.version);
  if (!isSettled) return null;
  const { qrPausedAt, photoAsked } = card;
  const others = waitingInPlaceOfCard(card);
  return (
    <>
      <aside class="screen-only" aria-label={text.words}>
        <OwnPlace {...own} others={others} isTold={Boolean(qrPausedAt ?? photoAsked)}>
          {qrPausedAt && <QrPaused since={qrPausedAt} />}
          {photoAsked && others.length === 0 && <PhotoAsked asked={photoAsked} withLink />}
        </OwnPlace>
        <h2>{text.text}</h2>
        <CardFacts {...card} />
        <p class="hint">
          {text.help} <a href={href("/pengajuan?baru=")}>{text.propose}</a>
        </p>
        <Announcements />
        <Notifications />
      </aside>
      <div class="screen-only">
        <Services page="/kartu" {...own} />
      </div>
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
