import type { PersonRow } from "./people-table.tsx";

/** What the columns and the sheet are called. */
export interface PeopleFileWords {
  readonly sheet: string;
  readonly headings: Readonly<Record<"name" | "nip" | "unitKerja" | "why", string>>;
  readonly unknown: string;
}

/**
 * What a list shows, as a CSV file: who is meant first, then who is left out. Made here of what was read already, and loaded when it is
 * wanted: no cell is one that a spreadsheet carries out (decision 0045).
 */
export async function peopleFile(
  rows: readonly PersonRow[],
  { sheet, headings, unknown }: PeopleFileWords,
): Promise<Blob> {
  const { writeSpreadsheet } = await import("#shared/import/write-spreadsheet.ts");
  const { name, nip, unitKerja, why } = headings;
  const cells = rows.map((row) => [
    ...[row.name ?? unknown, row.nip ?? "", row.unitKerja ?? "", row.why ?? ""],
  ]);
  const look = { name: sheet, headingRow: 1, widths: [32, 22, 32, 48] };
  const all = writeSpreadsheet("csv", [[name, nip, unitKerja, why], ...cells], look);
  return new Blob(await Array.fromAsync(all), { type: "text/csv;charset=utf-8" });
}
