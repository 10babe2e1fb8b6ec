import { type EmployeeKind, employeeKinds } from "#shared/employee/nip.ts";
import { exampleOf } from "./examples.ts";
import { headingOf, type ImportField, importFields, isRequired } from "./import-columns.ts";
import type { SheetLook } from "./table.ts";
import { type SpreadsheetFormat, writeSpreadsheet } from "./write-spreadsheet.ts";

/** Two columns for one value would only ask which one counts. */
const columns = importFields.filter((field) => field !== "emailGov" && field !== "tmtPppk");

const explanations = [
  "Isi mulai di bawah judul kolom, satu baris untuk satu pegawai. Baris contoh di atas judul tidak dibaca.",
  "Tanggal ditulis hari-bulan-tahun: 31-12-2026. NIP, NIK, dan nomor HP tetap teks; jangan diubah menjadi angka. Rumus tidak diterima.",
];

const look: SheetLook = {
  name: "Pegawai",
  widths: columns.map((field) => Math.max(20, headingOf(field).length + 2)),
  headingRow: explanations.length + employeeKinds.length + 2,
};

/**
 * An empty file to fill in: what a column needs and examples stand above the headings, where an import does not read them. It knows all
 * columns that an import knows.
 * @yields the bytes of the file
 */
export function importTemplate(format: SpreadsheetFormat): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const rows = [
    ...explanations.map((text) => [text]),
    columns.map(needOf),
    ...employeeKinds.map((kind) => columns.map((field) => exampleFor(field, kind))),
    columns.map(headingOf),
  ];
  return writeSpreadsheet(format, rows, look);
}

function needOf(field: ImportField): string {
  if (field === "contractEnd") return "PPPK";
  if (field === "email") return "kalau ada; tanpa surel, akun diaktifkan di loket";
  if (field === "golongan") return "wajib, kecuali PPPK Paruh Waktu";
  return isRequired(field) ? "wajib" : "kalau ada";
}

/** What somebody of this kind has in a column; the template's examples, and a row that an import takes. */
export function exampleFor(field: ImportField, kind: EmployeeKind): string {
  const isForOthers =
    (kind === "PNS" && field === "contractEnd") || (kind === "PPPK-PW" && field === "golongan");
  return isForOthers ? "" : exampleOf(field, kind);
}
