import { useState } from "preact/hooks";
import type { RemindedList } from "#shared/account/account-lists.ts";
import type { ReminderPreviewAnswer } from "#shared/account/reminder-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { common } from "../messages/common.ts";
import { officer } from "../messages/officer.ts";
import { reminders as text } from "../messages/reminders.ts";
import { LongTable } from "./long-table.tsx";
import { personColumns } from "./person-columns.tsx";

export interface Wanted {
  readonly list: RemindedList;
  readonly unitKerja?: string;
}

/** Exactly who gets a mail, and how many do not and why. Long: markup, in the order of the page. */
export function ReminderPreview({
  wanted,
  answer,
  onStarted,
  onCancel,
}: {
  wanted: Wanted;
  answer: ReminderPreviewAnswer;
  onStarted: (bulkId: string) => void;
  onCancel: () => void;
}) {
  const { items, leftOut, through, isCut } = answer;
  // The same until it is answered: a request whose answer was lost starts nothing twice.
  const [requestId] = useState(() => crypto.randomUUID());
  const { failure, busy, run } = useReading(text.failures);
  const start = () =>
    run(async () => {
      if (through === undefined) return;
      const body = { ...wanted, requestId, through };
      onStarted((await call("POST /api/officer/reminders", { body })).bulkId);
    });
  return (
    <>
      <p role="status">{items.length > 0 ? text.count(items.length) : text.nobody}</p>
      <ul>
        {leftOut["no-address"] > 0 && <li>{text.noAddress(leftOut["no-address"])}</li>}
        {leftOut.recently > 0 && <li>{text.recently(leftOut.recently)}</li>}
        {leftOut["not-activated"] > 0 && <li>{text.notActivated(leftOut["not-activated"])}</li>}
        {leftOut.unreadable > 0 && <li>{officer.unreadable(leftOut.unreadable)}</li>}
      </ul>
      {isCut && <p class="notice notice-info">{text.cut}</p>}
      {items.length > 0 && (
        <>
          <LongTable
            caption={text.who}
            columns={personColumns}
            rows={items}
            keyOf={({ id }) => id}
            all={text.all}
          />
          <button class="button" type="button" aria-disabled={busy} onClick={start}>
            {text.send(items.length)}
          </button>
        </>
      )}
      <button class="button button-quiet" type="button" onClick={onCancel}>
        {common.cancel}
      </button>
      {failure && <FailureNotice failure={failure} retry={start} />}
    </>
  );
}
