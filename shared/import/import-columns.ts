/** The columns that an import reads, under the names that people give them. */
import { folded } from "#shared/employee/spellings.ts";

/** The first name is the one of SIASN's export. */
const headings = {
  nip: ["NIP BARU", "NIP", "NI PPPK", "NIPPPK", "NIP/NI PPPK", "NIP NI PPPK", "NIP Pegawai"],
  name: ["NAMA", "Nama Pegawai", "Nama Lengkap", "Nama Tanpa Gelar", "Nama PNS", "Nama ASN"],
  gelarDepan: ["GELAR DEPAN", "Gelar Dpn"],
  gelarBelakang: ["GELAR BELAKANG", "Gelar Blk"],
  birthPlace: ["TEMPAT LAHIR", "TEMPAT LAHIR NAMA", "Tempat Lahir Pegawai"],
  birthDate: ["TANGGAL LAHIR", "Tgl Lahir", "Tanggal Lahir Pegawai"],
  sex: ["JENIS KELAMIN", "Kelamin", "JK", "L/P", "Gender"],
  nik: ["NIK", "No KTP", "Nomor KTP", "Nomor Induk Kependudukan"],
  phone: [
    "NOMOR HP",
    "No HP",
    "HP",
    "Nomor Telepon",
    "No Telepon",
    "No Telp",
    "Telepon",
    "Nomor WA",
  ],
  email: ["EMAIL", "Surel", "Alamat Surel", "Alamat Email", "Email Pribadi"],
  emailGov: ["EMAIL GOV", "Email Dinas", "Email Instansi", "Surel Dinas", "Email Kantor"],
  kind: ["JENIS PEGAWAI", "Jenis ASN", "Status Kepegawaian", "Status Pegawai"],
  kedudukanHukum: ["KEDUDUKAN HUKUM", "Kedudukan", "Kedhuk", "Status Hukum"],
  tmtCpns: ["TMT CPNS", "TMT CPNS/PPPK"],
  tmtPns: ["TMT PNS", "TMT", "TMT PNS/PPPK"],
  tmtPppk: ["TMT PPPK", "TMT Kontrak", "Awal Kontrak", "Mulai Kontrak", "Awal Perjanjian Kerja"],
  golongan: ["GOL AKHIR", "Golongan", "Gol", "Gol Ruang", "Golongan Ruang", "Pangkat/Golongan"],
  jabatan: ["JABATAN", "Nama Jabatan", "Jabatan Terakhir"],
  jabatanKind: ["JENIS JABATAN", "Jenis Jabatan Nama", "Jenis Jab"],
  unitKerja: ["UNOR", "Unit Kerja", "Unit Organisasi", "Nama Unor", "Unit"],
  contractEnd: ["AKHIR KONTRAK", "Akhir Perjanjian Kerja", "Kontrak Berakhir", "Selesai Kontrak"],
  karpeg: ["KARPEG", "NO KARPEG", "Nomor Karpeg", "Nomor Kartu Pegawai"],
  bup: ["BUP", "Batas Usia Pensiun", "Usia Pensiun"],
  instansi: ["INSTANSI KERJA", "Instansi", "Nama Instansi"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ImportField = keyof typeof headings;

/** Of the column that tells what is wrong with a row, in the file that goes back. */
export const problemsHeading = "MASALAH";

/** Columns of SIASN's export that a card needs nothing of. */
const unused = [
  ...["PNS ID", "NIP LAMA", "TEMPAT LAHIR ID", "AGAMA"],
  ...["AGAMA ID", "AGAMA NAMA", "JENIS KAWIN", "JENIS KAWIN ID", "JENIS KAWIN NAMA", "ALAMAT"],
  ...["NPWP", "BPJS", "JENIS PEGAWAI ID", "KEDUDUKAN HUKUM ID", "STATUS CPNS PNS"],
  ...["KARTU ASN VIRTUAL", "NOMOR SK CPNS", "TANGGAL SK CPNS", "NOMOR SK PNS", "TANGGAL SK PNS"],
  ...["GOL AWAL", "GOL AWAL ID", "GOL AKHIR ID", "TMT GOLONGAN", "MK TAHUN", "MK BULAN"],
  ...["JENIS JABATAN ID", "JABATAN ID", "TMT JABATAN", "TINGKAT PENDIDIKAN"],
  ...["TINGKAT PENDIDIKAN ID", "PENDIDIKAN", "PENDIDIKAN ID", "TAHUN LULUS", "KPKN", "KPKN ID"],
  ...["LOKASI KERJA", "LOKASI KERJA ID", "UNOR ID", "INSTANSI INDUK", "INSTANSI INDUK ID"],
  ...["INSTANSI KERJA ID", "SATUAN KERJA", "SATUAN KERJA ID", "IS VALID NIK", "NO", "NOMOR"],
  ...["NOMOR URUT", "STATUS KARTU", problemsHeading],
];

/** Without one of each line nothing can be taken. A golongan only a PPPK Paruh Waktu need not have: rows say whether it is missed. */
const required: readonly (readonly ImportField[])[] = [
  ["nip"],
  ["name"],
  ["kedudukanHukum"],
  ["jabatan"],
  ["unitKerja"],
  ["email", "emailGov"],
  ["tmtPns", "tmtPppk", "tmtCpns"],
];

/** Whether nothing can be taken without this column, or one that may stand for it. */
export function isRequired(field: ImportField): boolean {
  return required.some((fields) => fields.includes(field));
}

function isField(key: string): key is ImportField {
  return Object.hasOwn(headings, key);
}

export const importFields: readonly ImportField[] = Object.keys(headings).filter(isField);
const fieldsByHeading = new Map(
  importFields.flatMap((field) =>
    headings[field].map((heading): [string, ImportField] => [folded(heading), field]),
  ),
);
const unusedHeadings = new Set(unused.map(folded));

/** SIASN's name of a column. */
export function headingOf(field: ImportField): string {
  return headings[field][0];
}

/** Where the fields stand in a file. */
export interface Columns {
  readonly row: number;
  readonly width: number;
  readonly places: ReadonlyMap<ImportField, number>;
  /** The file's own headings of the fields. */
  readonly headings: ReadonlyMap<ImportField, string>;
  /** Headings that nobody knows: perhaps misspelt ones. */
  readonly unknown: readonly string[];
  /** Headings of which there are several. */
  readonly repeated: readonly string[];
  /** Headings of a field that another column says, and that one's heading. */
  readonly spare: readonly { readonly heading: string; readonly used: string }[];
  /** SIASN's names of required columns that are not there. */
  readonly missing: readonly string[];
}

/** What stands behind it is no part of a heading, which is stored with every person and problem. */
const longestHeading = 100;

/** The columns, if the row is the one of the headings: it names the number and the name. */
export function columnsOf(row: number, cells: readonly string[]): Columns | undefined {
  const said = cells.map((cell) => cell.replace(/\s+/g, " ").trim().slice(0, longestHeading));
  const places = new Map<ImportField, number>();
  for (const field of importFields) {
    const place = placeOf(field, said);
    if (place !== undefined) places.set(field, place);
  }
  if (!places.has("nip") || !places.has("name")) return undefined;
  const used = new Map([...places].map(([field, place]) => [field, said[place] ?? ""]));
  const rest = said.filter((heading, i) => heading !== "" && ![...places.values()].includes(i));
  const others = rest.map((heading) => ({ heading, used: usedFor(heading, used) }));
  const isRepeated = ({ heading, used: other }: (typeof others)[number]) =>
    other !== undefined && folded(other) === folded(heading);
  const missing = required
    .filter((fields) => !fields.some((field) => places.has(field)))
    .map(([field = "nip"]) => headingOf(field));
  return {
    ...{ row, width: cells.length, places, headings: used, missing },
    repeated: others.filter(isRepeated).map(({ heading }) => heading),
    spare: others.flatMap((other) =>
      other.used !== undefined && !isRepeated(other)
        ? [{ heading: other.heading, used: other.used }]
        : [],
    ),
    unknown: rest.filter(
      (heading) => !unusedHeadings.has(folded(heading)) && !fieldsByHeading.has(folded(heading)),
    ),
  };
}

/** Of several columns for a field the one whose name stands first in the list: SIASN's own. */
function placeOf(field: ImportField, said: readonly string[]): number | undefined {
  for (const name of headings[field]) {
    const place = said.findIndex((heading) => folded(heading) === folded(name));
    if (place >= 0) return place;
  }
  return undefined;
}

/** The heading that is read for the field which this one means as well. */
function usedFor(heading: string, used: ReadonlyMap<ImportField, string>): string | undefined {
  const field = fieldsByHeading.get(folded(heading));
  return field && used.get(field);
}
