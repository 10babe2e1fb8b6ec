import { useRef, useState } from "preact/hooks";
import type { AccountListAnswer } from "#shared/account/account-list-answers.ts";
import {
  type AccountList,
  type RemindedList,
  remindedLists,
} from "#shared/account/account-lists.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { href } from "../language.ts";
import { accountLists as text } from "../messages/account-lists.ts";
import { officer } from "../messages/officer.ts";
import { DataTable } from "./data-table.tsx";
import { focusRow } from "./focus-row.ts";
import { personColumns } from "./person-columns.tsx";
import { ReminderSection } from "./reminder-section.tsx";

interface AccountListPanelProps {
  readonly list: AccountList;
  readonly first: AccountListAnswer;
  /** Whether reminders are open at once. */
  readonly isReminding: boolean;
}

/** One list, page after page. Long: markup, in the order of the page. */
export function AccountListPanel({ list, first, isReminding }: AccountListPanelProps) {
  const [pages, setPages] = useState([first]);
  const { failure, busy, run } = useReading();
  const box = useRef<HTMLDivElement>(null);
  const items = pages.flatMap((page) => page.items);
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
  const cursor = pages.at(-1)?.cursor;
  const more = () =>
    run(async () => {
      const page = await call("GET /api/officer/accounts", { query: { list, cursor } });
      setPages([...pages, page]);
      // After the new rows are there: reading goes on at the first of them.
      requestAnimationFrame(() => focusRow(box.current, items.length));
    });
  return (
    <div ref={box} tabIndex={-1}>
      <p>{text.hints[list]}</p>
      <p role="status">{statusText(items.length, cursor !== undefined)}</p>
      {unreadable > 0 && <p class="notice notice-warning">{officer.unreadable(unreadable)}</p>}
      {items.length > 0 && (
        <>
          {isReminded(list) && !first.readOnly && (
            <ReminderSection list={list} isOpenAtFirst={isReminding} />
          )}
          {!first.readOnly && (
            <p>
              <a
                class="button button-quiet export-list"
                href={href(`/petugas/ekspor?daftar=${list}`)}
              >
                {text.exported}
              </a>
            </p>
          )}
          <div class="panel">
            <DataTable
              caption={text.names[list]}
              columns={personColumns}
              rows={items}
              keyOf={({ id }) => id}
            />
          </div>
        </>
      )}
      {failure && <FailureNotice failure={failure} retry={more} />}
      {cursor !== undefined && (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {text.more}
        </button>
      )}
    </div>
  );
}

function statusText(count: number, hasMore: boolean): string {
  if (hasMore) return text.firstShown(count);
  return count === 0 ? text.empty : text.shown(count);
}

function isReminded(list: AccountList): list is RemindedList {
  return remindedLists.some((each) => each === list);
}
