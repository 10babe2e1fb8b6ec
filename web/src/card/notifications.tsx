import { useState } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { cardWords as card } from "../messages/card-words.ts";
import { ownHome } from "../messages/own-home.ts";
import { Instant } from "../session/instant.tsx";

const texts: Readonly<Record<string, string>> = card.notification;
const shownAtMost = 5;
const read = () => call("GET /api/me/notifications");

/** The newest messages to the holder, at first a few of them. They are less important than the card, so a failure shows nothing. */
export function Notifications() {
  const { data } = useLoad(read);
  const [all, showAll] = useState(false);
  if (!data) return null;
  return (
    <section aria-labelledby="notifications-title">
      <h2 id="notifications-title">{card.notifications}</h2>
      {data.items.length === 0 && <p>{card.noNotifications}</p>}
      <ul class="notifications">
        {data.items.slice(0, all ? undefined : shownAtMost).map(({ id, at, code, request }) => (
          <li key={id}>
            <Instant at={at} />
            {request ? (
              <a href={href(`/pengajuan?id=${request}`)}>{texts[code]}</a>
            ) : (
              (texts[code] ?? texts.other)
            )}
          </li>
        ))}
      </ul>
      {data.items.length > shownAtMost && (
        // It stays, so that the focus does.
        <button
          class="button button-quiet"
          type="button"
          aria-expanded={all}
          onClick={() => showAll(!all)}
        >
          {all ? ownHome.fewer : ownHome.all}
        </button>
      )}
    </section>
  );
}
