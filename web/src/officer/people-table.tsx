import { useState } from "preact/hooks";
import { href } from "../language.ts";
import { bulkChanges as text } from "../messages/bulk-changes.ts";
import { type Column, DataTable } from "./data-table.tsx";

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

const shownAtFirst = 50;

/** People of a selection, at first not all of them. */
export function PeopleTable({ caption, rows }: PeopleTableProps) {
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <DataTable
        caption={caption}
        columns={columns}
        rows={isWhole ? rows : rows.slice(0, shownAtFirst)}
        keyOf={(row) => String(rows.indexOf(row))}
      />
      {!isWhole && rows.length > shownAtFirst && (
        <button class="button button-quiet" type="button" onClick={() => setWhole(true)}>
          {text.all(rows.length)}
        </button>
      )}
    </>
  );
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
