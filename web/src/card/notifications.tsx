import { call } from "../api/member-client.ts";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { cardWords as card } from "../messages/card-words.ts";
import { Instant } from "../session/instant.tsx";

const texts: Readonly<Record<string, string>> = card.notification;
const shownAtMost = 5;
const read = () => call("GET /api/me/notifications");

/** The newest messages to the holder. They are less important than the card, so a failure shows nothing. */
export function Notifications() {
  const { data } = useLoad(read);
  if (!data) return null;
  return (
    <section aria-labelledby="notifications-title">
      <h2 id="notifications-title">{card.notifications}</h2>
      {data.items.length === 0 && <p>{card.noNotifications}</p>}
      <ul class="notifications">
        {data.items.slice(0, shownAtMost).map(({ id, at, code, request }) => (
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
    </section>
  );
}
