import { href } from "../language.ts";
import { bulkChanges as text } from "../messages/bulk-changes.ts";
import type { Column } from "./data-table.tsx";
import { LongTable } from "./long-table.tsx";

/** Somebody of a selection; nameless where the reader may not know who it is. */
export interface PersonRow {
  readonly id?: string;
  readonly name?: string;
  readonly nip?: string;
  readonly unitKerja?: string;
  /** In words. */
  readonly why?: string | undefined;
}

interface PeopleTableProps {
  readonly caption: string;
  readonly rows: readonly PersonRow[];
}

/** People of a selection, at first not all of them. */
export function PeopleTable({ caption, rows }: PeopleTableProps) {
  const keyOf = (row: PersonRow) => String(rows.indexOf(row));
  return <LongTable {...{ caption, columns, rows, keyOf }} all={text.all} />;
}

const { columns: heads } = text;

const columns: readonly Column<PersonRow>[] = [
  {
    key: "name",
    label: heads.name,
    cell: ({ id, name = text.unknown }) =>
      id ? (
        <a translate={false} href={href(`/petugas/pegawai?id=${encodeURIComponent(id)}`)}>
          {name}
        </a>
      ) : (
        <span translate={false}>{name}</span>
      ),
  },
  { key: "nip", label: heads.nip, class: "number", cell: ({ nip }) => nip },
  { key: "unitKerja", label: heads.unitKerja, cell: ({ unitKerja }) => unitKerja },
  { key: "why", label: heads.why, cell: ({ why = "–" }) => why },
];
