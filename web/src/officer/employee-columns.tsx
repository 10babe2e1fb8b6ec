import { kindName } from "#shared/employee/kind-name.ts";
import type { EmployeeRow } from "#shared/employee/record-answers.ts";
import { StatusBadge } from "../card/status-badge.tsx";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { officer as text } from "../messages/officer.ts";
import type { Column } from "./data-table.tsx";
import { noteLeaving } from "./list-place.ts";
import type { Marks } from "./use-marks.ts";

const MarkBox = lazyPart(() => import("./mark-bar.tsx").then((part) => part.MarkBox));

/** Ties each record to its place in the list. */
export const linkId = (id: string) => `open-${id}`;

/** @param marks where people are being chosen */
export function columnsOf(place: string, marks: Marks | undefined): readonly Column<EmployeeRow>[] {
  const { columns } = text;
  return [
    {
      key: "name",
      label: columns.name,
      cell: (row) => (
        <>
          {marks && <MarkBox row={row} {...marks} />}
          <a
            id={linkId(row.id)}
            translate={false}
            href={href(`/petugas/pegawai?id=${encodeURIComponent(row.id)}`)}
            onClick={() => noteLeaving(place, { id: row.id, scrollY })}
          >
            {row.name}
          </a>
        </>
      ),
    },
    { key: "nip", label: columns.nip, class: "number", cell: ({ nip }) => nip },
    { key: "kind", label: columns.kind, cell: ({ kind }) => kindName(kind) },
    { key: "golongan", label: columns.golongan, cell: ({ golongan }) => golongan },
    { key: "jabatan", label: columns.jabatan, cell: ({ jabatan }) => jabatan },
    { key: "unitKerja", label: columns.unitKerja, cell: ({ unitKerja }) => unitKerja },
    {
      key: "status",
      class: "whole",
      label: columns.status,
      cell: ({ status, hasPhoto }) =>
        // Without a photo there is no card, whatever else holds.
        hasPhoto || status === "ended" ? <StatusBadge status={status} /> : columns.noCard,
    },
  ];
}
