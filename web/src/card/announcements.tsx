import { useRef } from "preact/hooks";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { useLoad } from "../components/use-load.ts";
import { language } from "../language.ts";
import { announcements as text } from "../messages/announcements.ts";

const read = () => call("GET /api/me/announcements");

/** What the own agency announces. Less important than the card, so a failure shows nothing, and neither does nothing. Long: markup, in the order of the page. */
export function Announcements() {
  const { data } = useLoad(read);
  const counted = useRef(new Set<string>());
  if (!data || data.items.length === 0) return null;
  const count = (key: string) => {
    if (counted.current.has(key)) return;
    counted.current.add(key);
    // A reader who is not counted has read it all the same.
    void call("POST /api/me/announcements/read", { body: { key } }).catch(() =>
      counted.current.delete(key),
    );
  };
  return (
    <section aria-labelledby="announcements-title">
      <h2 id="announcements-title">{text.title}</h2>
      {data.items.map(({ key, kind, endsOn, words: own, english, circular, attachment }) => {
        const words = (language === "en" && english) || own;
        const spoken = words === own ? "id" : "en";
        return (
          <details key={key} onToggle={({ currentTarget }) => currentTarget.open && count(key)}>
            <summary lang={spoken}>{words.title}</summary>
            <p class="hint">
              {text.kinds[kind]}. {text.until(dayText(endsOn))}
            </p>
            {words.text.split(/\n+/).map((line) => (
              <p key={line} lang={spoken}>
                {line}
              </p>
            ))}
            {circular && (
              <p>
                <a
                  class="button button-quiet"
                  href={fileAddress("GET /api/me/announcements/circular", { query: { key } })}
                  download
                >
                  {text.circular}
                </a>
              </p>
            )}
            {attachment && (
              <p>
                <a
                  class="button button-quiet"
                  href={fileAddress("GET /api/me/announcements/attachment", { query: { key } })}
                  download
                >
                  {text.attachment(Math.ceil(attachment.size / 1024))}
                </a>
              </p>
            )}
          </details>
        );
      })}
    </section>
  );
}
