/**
 * What has to be found of the 24 faults of files/siasn-faults.csv, whose right answers stand in files/siasn-faults.json. Faults that are
 * mended without a loss have no line; `plain-records.ts` says what becomes of them.
 */
import type { ImportProblem } from "#shared/import/import-problem.ts";

/** A problem without the figures of its sentence. */
export type Found = Omit<ImportProblem, "params">;
type Line = readonly [row: number, column: string, code: Found["code"], example: string];

/** SIASN's export does not say when contracts end. */
export const openContracts: Found = {
  ...{ row: 0, column: "AKHIR KONTRAK", code: "contract-end-missing", severity: "warning" },
  ...{ value: "", example: "" },
};

const errors: readonly Line[] = [
  [8, "NIP BARU", "nip-scientific", "198502122010012004"],
  [9, "NIP BARU", "nip-last-digits-zero", "198502122010012004"],
  [14, "TANGGAL LAHIR", "CON_2", "23-11-1984"],
  [15, "TANGGAL LAHIR", "CON_2", "26-04-1991"],
  [16, "JENIS KELAMIN", "CON_3", "M"],
  [17, "TMT CPNS", "CON_1", "01-06-2016"],
  [18, "TMT PNS", "ACC_1", "01-07-2017"],
  [19, "EMAIL", "email-malformed", "nama@contoh.go.id"],
  [20, "EMAIL", "email-taken-in-file", "nama@contoh.go.id"],
  [25, "GOL AKHIR", "golongan-unknown", "III/a"],
  [27, "KEDUDUKAN HUKUM", "ACC_4", "Aktif"],
  [28, "NAMA", "columns-shifted", "Siti Rahma"],
  [30, "NIP BARU", "person-twice-in-file", ""],
  [31, "NAMA", "formula", "Siti Rahma"],
];
const warnings: readonly Line[] = [
  [24, "NIK", "nik-scientific", "9901015202850004"],
  [29, "UNOR", "signs-replaced", "UPT SDN 3 Kalirekaan No. 2 (filial)"],
];

/** In the order of the file. @param rows of the file, the headings first: the values are theirs */
export function plantedFaults(rows: readonly (readonly string[])[]): Found[] {
  const [headings = []] = rows;
  const found = (severity: Found["severity"]) => {
    return ([row, column, code, example]: Line): Found => {
      const value = rows[row - 1]?.[headings.indexOf(column)] ?? "";
      return { row, column, code, severity, value: value.trim(), example };
    };
  };
  return [...errors.map(found("error")), ...warnings.map(found("warning"))].sort(
    (a, b) => a.row - b.row,
  );
}

/** Without the figures of its sentence. */
export function inShort({ params: _, ...found }: ImportProblem): Found {
  return found;
}
