import type { AccountAnswer, AccountEventAnswer } from "#shared/account/account-answers.ts";
import { accountEvents as text } from "../messages/account-events.ts";
import { officer } from "../messages/officer.ts";
import { Instant } from "../session/instant.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { Doer } from "./doer.tsx";

const columns: readonly Column<AccountEventAnswer>[] = [
  { key: "at", label: officer.at, cell: ({ at }) => <Instant at={at} /> },
  {
    key: "by",
    class: "whole",
    label: officer.by,
    cell: ({ by, approvedBy }) => (
      <Doer name={by.name ?? officer.actors[by.role]} approvedBy={approvedBy} />
    ),
  },
  { key: "action", label: officer.action, cell: ({ action }) => officer.actions[action] },
  { key: "reason", label: officer.reasonColumn, cell: ({ reason }) => reason ?? officer.none },
];

/** What happened to somebody's account, who did it and who approved it. */
export function AccountEvents({ events }: Pick<AccountAnswer, "events">) {
  if (events.length === 0) return <p class="hint">{text.none}</p>;
  return (
    <>
      <p class="hint">{text.hint}</p>
      <DataTable caption={text.title} columns={columns} rows={events} keyOf={({ id }) => id} />
    </>
  );
}
