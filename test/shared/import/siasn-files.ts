import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";

const folder = join("test", "shared", "import", "files");

/** A file of invented people in SIASN's layout. */
export function siasnFile(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(folder, name)));
}

/** The cases' own right answers, in words. */
export function siasnFaults(): readonly { row: number; field: string; right: string }[] {
  return JSON.parse(siasnText("siasn-faults.json"));
}

/** The cells of a file in UTF-8. */
export function siasnRows(name: string): string[][] {
  return Papa.parse<string[]>(siasnText(name), { delimiter: ";", skipEmptyLines: true }).data;
}

function siasnText(name: string): string {
  return readFileSync(join(folder, name), "utf8").replace(/^\ufeff/, "");
}

/** A clean row with other values, by SIASN's headings. */
export function siasnCsv(...changes: Readonly<Record<string, string>>[]): Uint8Array<ArrayBuffer> {
  return csvOf(siasnRowsWith(...changes));
}

/** As `siasnCsv`, in a file that does not have this column. */
export function siasnCsvWithout(
  column: string,
  ...changes: Readonly<Record<string, string>>[]
): Uint8Array<ArrayBuffer> {
  const rows = siasnRowsWith(...changes);
  const place = rows[0]?.indexOf(column) ?? -1;
  return csvOf(rows.map((cells) => cells.toSpliced(place, 1)));
}

function siasnRowsWith(...changes: Readonly<Record<string, string>>[]): string[][] {
  const [known = [], , first = []] = siasnRows("siasn-faults.csv");
  // SIASN's export does not have all that an import reads.
  const headings = [...new Set([...known, ...changes.flatMap(Object.keys)])];
  const rows = changes.map((change, i) =>
    headings.map((heading, c) => {
      // Two people have two addresses.
      const value = heading === "EMAIL" ? `pegawai.${i}@contoh.example` : (first[c] ?? "");
      return change[heading] ?? value;
    }),
  );
  return [headings, ...rows];
}

export function csvOf(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(
    Papa.unparse(
      rows.map((row) => [...row]),
      { delimiter: ";" },
    ),
  );
}
