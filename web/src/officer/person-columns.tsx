import type { AccountRow } from "#shared/account/account-list-answers.ts";
import { href } from "../language.ts";
import { accountLists as text } from "../messages/account-lists.ts";
import { Instant } from "../session/instant.tsx";
import type { Column } from "./data-table.tsx";

/** Somebody in a list of accounts. */
export const personColumns: readonly Column<AccountRow>[] = [
  {
    key: "name",
    label: text.columns.name,
    cell: ({ id, name }) => (
      <a translate={false} href={href(`/petugas/pegawai?id=${encodeURIComponent(id)}`)}>
        {name}
      </a>
    ),
  },
  { key: "nip", label: text.columns.nip, class: "number", cell: ({ nip }) => nip },
  { key: "unitKerja", label: text.columns.unitKerja, cell: ({ unitKerja }) => unitKerja },
  { key: "since", label: text.columns.since, cell: ({ since }) => <Instant at={since} /> },
];
