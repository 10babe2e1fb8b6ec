import { useRef, useState } from "preact/hooks";
import type { AccountHistoryAnswer, AccountHistoryEntry } from "#shared/session/account-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { account } from "../messages/account.ts";
import { Instant } from "../session/instant.tsx";
import { deviceText, placeText } from "./origin-text.ts";

const text = account.history;
const actions: Readonly<Record<string, string>> = text.actions;

/** What happened to the own account, back to the very beginning. @param first its first page */
export function AccountHistorySection({ first }: { first: AccountHistoryAnswer }) {
  const [pages, setPages] = useState([first]);
  const { failure, busy, run } = useReading();
  const list = useRef<HTMLUListElement>(null);
  const items = pages.flatMap((page) => page.items);
  const cursor = pages.at(-1)?.cursor;
  const more = () =>
    run(async () => {
      const page = await call("GET /api/account/history", { query: { cursor } });
      setPages([...pages, page]);
      // After the new lines are there: reading goes on at the first of them.
      requestAnimationFrame(() => focusLine(list.current, items.length));
    });
  return (
    <section class="panel" aria-labelledby="account-history-title">
      <h2 id="account-history-title">{text.title}</h2>
      <p>{text.hint}</p>
      <ul class="notifications" ref={list}>
        {items.map((entry) => (
          <HistoryLine key={entry.id} entry={entry} />
        ))}
      </ul>
      {failure && <FailureNotice failure={failure} retry={more} />}
      {cursor === undefined ? (
        <p class="hint">{items.length === 0 ? text.none : text.all(items.length)}</p>
      ) : (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {text.older}
        </button>
      )}
    </section>
  );
}

function HistoryLine({ entry: { at, action, by, origin } }: { entry: AccountHistoryEntry }) {
  const place = origin && placeText(origin);
  return (
    <li>
      <Instant at={at} />
      <br />
      {actions[action] ?? action}, {text.by[by]}
      {origin && `, ${deviceText(origin)}`}
      {place && `, ${place}`}
    </li>
  );
}

function focusLine(list: HTMLElement | null, line: number): void {
  const element = list?.querySelectorAll("li")[line];
  if (element) element.tabIndex = -1;
  element?.focus();
}
