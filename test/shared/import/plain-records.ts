/** What a record has to say, read plainly from the cells of a row in SIASN's layout: beside the product's own way of reading. */
import type { Employee } from "#shared/employee/employee.ts";

export type Cells = Readonly<Record<string, string>>;
/** What a file says of somebody, in the form in which it is stored. */
export type PlainRecord = Readonly<Record<string, string>>;

/** By the headings. */
export function cellsOf(headings: readonly string[], row: readonly string[]): Cells {
  return Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? ""]));
}

const kinds = new Map([
  ["PNS Daerah", "PNS"],
  ["PPPK", "PPPK"],
  ["PPPK Paruh Waktu", "PPPK-PW"],
]);
const positions = new Map([
  ["Aktif", "01"],
  ["PPPK Aktif", "71"],
]);

/** What is stored as it stands in its cell. */
const same: Readonly<Record<string, string>> = {
  ...{ name: "NAMA", gelarDepan: "GELAR DEPAN", gelarBelakang: "GELAR BELAKANG", nik: "NIK" },
  ...{ golongan: "GOL AKHIR", jabatan: "JABATAN", unitKerja: "UNOR", sex: "JENIS KELAMIN" },
  ...{ email: "EMAIL", phone: "NOMOR HP", birthPlace: "TEMPAT LAHIR" },
};

/** @param other what is not in the cells as it has to be stored */
export function plainRecord(cells: Cells, other: PlainRecord = {}): PlainRecord {
  const cell = (heading: string) => cells[heading] ?? "";
  const kind = kinds.get(cell("JENIS PEGAWAI")) ?? "";
  const isPns = kind === "PNS";
  const fields = Object.entries(same).map(([field, heading]): [string, string] => {
    return [field, cell(heading)];
  });
  const said: PlainRecord = {
    ...Object.fromEntries(fields),
    ...{ kind, nip: cell("NIP BARU").replaceAll(/\D/g, "") },
    tmt: day(cell(isPns ? "TMT PNS" : "TMT CPNS")),
    kedudukanHukum: positions.get(cell("KEDUDUKAN HUKUM")) ?? "",
    birthDate: day(cell("TANGGAL LAHIR")),
    tmtCpns: isPns ? day(cell("TMT CPNS")) : "",
    jabatanKind: cell("JENIS JABATAN") === "Fungsional Tertentu" ? "2" : "",
    ...other,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ""));
}

/** Of the rows of files/siasn-faults.csv that are mended: what is stored instead of the cell. */
export const mendedInFaults: Readonly<Record<number, PlainRecord>> = {
  21: { name: "YOHANES UMPAMA" },
  22: { name: "NI’MATULLAH CONTOH" },
  23: { gelarDepan: "", gelarBelakang: "" },
  24: { nik: "" },
  29: { unitKerja: "UPT SDN 3 Kalirekaan No. 2 (filial)" },
};

const added = [
  ...["id", "instansiId", "instansi", "qrGeneration", "revision", "registeredAt"],
  ...["updatedAt", "cardChangedAt", "historyDigest", "zone"],
];

/** What a record says beside what the service adds. */
export function saidBy(record: Employee): unknown {
  const said = Object.entries(record).filter(([field, value]) => {
    return value !== undefined && !added.includes(field);
  });
  return Object.fromEntries(said);
}

/** "01-03-2024" as "2024-03-01". */
function day(text: string): string {
  return text.split("-").reverse().join("-");
}
