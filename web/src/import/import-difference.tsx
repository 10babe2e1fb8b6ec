import { useCallback } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { href } from "../language.ts";
import { importDetail as text } from "../messages/import-detail.ts";
import type { Column } from "../officer/data-table.tsx";
import { fieldName, valueText } from "../officer/value-text.ts";
import type { Difference, ImportAnswer } from "./answers.ts";
import { changedFields } from "./changed-fields.ts";
import { type DifferencePart, differenceParts, partNames } from "./difference-part.ts";
import { figure } from "./figures.ts";
import { PagedTable } from "./paged-table.tsx";

interface ImportDifferenceProps extends Pick<ImportAnswer, "id" | "counts" | "fields"> {
  readonly part: DifferencePart;
}

/** Who is new, changes, or is not in the file: before anything is written. */
export function ImportDifference({ id, counts, fields, part }: ImportDifferenceProps) {
  const read = useCallback(
    (from: string | undefined) =>
      call("GET /api/officer/imports/{id}/difference", { params: { id }, query: { part, from } }),
    [id, part],
  );
  return (
    <section class="panel print-list" aria-labelledby="difference-title">
      <h3 id="difference-title">{text.difference}</h3>
      <nav aria-labelledby="difference-title">
        <ul class="tabs">
          {differenceParts.map((each) => (
            <li key={each}>
              <a
                href={href(`/petugas/impor?id=${encodeURIComponent(id)}&bagian=${partNames[each]}`)}
                {...(each === part && { "aria-current": "page" })}
              >
                {text.onePart(text.parts[each], figure(counts[each]))}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="hint">{text.partHints[part]}</p>
      {part === "changed" && fields && counts.changed > 0 && <p>{changedFields(fields)}</p>}
      {counts[part] === 0 ? (
        <p>{text.emptyPart}</p>
      ) : (
        <PagedTable
          key={part}
          caption={text.parts[part]}
          columns={columnsOf[part]}
          read={read}
          total={counts[part]}
        />
      )}
    </section>
  );
}

const { people } = text;

/** Who has a record is looked at there. */
function Name({ id, name }: Pick<Difference, "id" | "name">) {
  if (!id) return <span translate={false}>{name}</span>;
  return (
    <a translate={false} href={href(`/petugas/pegawai?id=${encodeURIComponent(id)}`)}>
      {name}
    </a>
  );
}

const who: readonly Column<Difference>[] = [
  { key: "name", label: people.name, cell: (person) => <Name {...person} /> },
  { key: "nip", class: "number", label: people.nip, cell: ({ nip }) => nip },
];
const row: Column<Difference> = {
  key: "row",
  label: people.row,
  cell: ({ row: line }) => line && figure(line),
};

/** Of a new person the name stands there already. */
const inName = new Set(["name", "gelarDepan", "gelarBelakang"]);

const said: Column<Difference> = {
  key: "changes",
  class: "long",
  label: people.changes,
  cell: ({ changes }) =>
    changes
      .filter(({ field }) => !inName.has(field))
      .map(({ field, to }) => `${fieldName(field)}: ${valueText(field, to)}`)
      .join(" · "),
};

const changed: Column<Difference> = {
  key: "changes",
  class: "long",
  label: people.changes,
  cell: ({ changes }) => (
    <ul class="changes">
      {changes.map(({ field, from, to }) => (
        <li key={field}>
          {fieldName(field)}: <del>{valueText(field, from)}</del> <ins>{valueText(field, to)}</ins>
        </li>
      ))}
    </ul>
  ),
};

const unit: Column<Difference> = {
  key: "unitKerja",
  label: fieldName("unitKerja"),
  cell: ({ unitKerja }) => unitKerja && <span translate={false}>{unitKerja}</span>,
};

const columnsOf: Readonly<Record<DifferencePart, readonly Column<Difference>[]>> = {
  new: [...who, row, said],
  changed: [...who, row, changed],
  gone: [...who, unit],
};
