import { call } from "../api/member-client.ts";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { ownHome as text } from "../messages/own-home.ts";
import { OwnPlace } from "./own-place.tsx";
import { useOwnRequests } from "./use-own-requests.ts";
import { waitingOfCard } from "./waiting.ts";

const readCard = () => call("GET /api/me/card");

/** What waits for an officer as a holder, on the first page of the office. Without the card's answer the requests stand there all the same. */
export function OwnMatters() {
  const { data: card, failure } = useLoad(readCard);
  const { isSettled, ...own } = useOwnRequests();
  if ((!card && !failure) || !isSettled) return null;
  return (
    <div class="panel">
      <p>
        <strong>{text.ofYourOwn}</strong>: <a href={href("/kartu")}>{text.toCard}</a>
      </p>
      <OwnPlace {...own} others={card && waitingOfCard(card)} isTold={!card} />
    </div>
  );
}
