import { byteOrderMark, csvLine } from "#shared/import/csv-line.ts";
import type { PersonRow } from "./people-table.tsx";

/** What the columns are called. */
export interface PeopleFileWords {
  readonly headings: Readonly<Record<"name" | "nip" | "unitKerja" | "why", string>>;
  readonly unknown: string;
}

/** What a list shows, as a CSV file: who is meant first, then who is left out. Made here of what was read already. */
export function peopleFile(
  rows: readonly PersonRow[],
  { headings, unknown }: PeopleFileWords,
): Blob {
  const { name, nip, unitKerja, why } = headings;
  const cells = rows.map((row) => [
    ...[row.name ?? unknown, row.nip ?? "", row.unitKerja ?? "", row.why ?? ""],
  ]);
  const lines = [[name, nip, unitKerja, why], ...cells].map(csvLine);
  return new Blob([byteOrderMark, ...lines], { type: "text/csv;charset=utf-8" });
}
