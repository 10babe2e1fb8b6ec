/** Faults of our own, each in a row of its own of an agency's file, and rows that look faulty and are right. */
import type { ImportCode } from "#shared/import/import-codes.ts";
import type { Cells, PlainRecord } from "./plain-records.ts";

/** Where something is found, and what would be right there. */
type Said = readonly [column: string, code: ImportCode, example: string];

export interface OwnRow {
  readonly cells: (person: Cells) => Cells;
  /** What becomes of the finished row. */
  readonly bend?: (row: readonly string[]) => readonly string[];
  readonly found: readonly Said[];
  /** What is stored instead of the cells. */
  readonly stored?: (person: Cells) => PlainRecord;
}

const fault = (cells: Cells, ...found: readonly Said[]): OwnRow => ({ cells: () => cells, found });
const bentFault = (bend: OwnRow["bend"], ...found: readonly Said[]): OwnRow => ({
  ...{ cells: () => ({}), found },
  ...(bend && { bend }),
});
const nip = (person: Cells) => person["NIP BARU"] ?? "";
const withNip = (change: (nip: string) => string, ...found: readonly Said[]): OwnRow => ({
  ...{ cells: (person) => ({ "NIP BARU": change(nip(person)) }), found },
});
/** A PPPK whose number names this year and month. */
const pppk = (appointed: string, cells: Cells, ...found: readonly Said[]): OwnRow => ({
  cells: (person) => ({
    ...{ "NIP BARU": `${nip(person).slice(0, 8)}${appointed}${nip(person).slice(14)}` },
    ...{ "JENIS PEGAWAI": "PPPK", "KEDUDUKAN HUKUM": "PPPK Aktif", "GOL AKHIR": "IX" },
    ...{ "TMT CPNS": "01-03-2024", "TMT PNS": "01-03-2024", ...cells },
  }),
  found,
});

const ofPns = { nip: "198502122010012004", day: "12-02-1985", tmt: "01-01-2011" };
const ofPppk = { nip: "198502122024212004", tmt: "01-03-2024" };
const mail = "nama@contoh.go.id";

/** Nobody of these is taken. */
export const ownErrors: readonly OwnRow[] = [
  withNip(() => "1,98503E+17", ["NIP BARU", "nip-scientific", ofPns.nip]),
  withNip(() => "1.98503E+17", ["NIP BARU", "nip-scientific", ofPns.nip]),
  withNip((whole) => `${whole.slice(0, 15)}000`, ["NIP BARU", "nip-last-digits-zero", ofPns.nip]),
  withNip((whole) => whole.slice(0, 17), ["NIP BARU", "nip-malformed", ofPns.nip]),
  withNip(() => "\u200b", ["NIP BARU", "required", ofPns.nip]),
  fault({ "TANGGAL LAHIR": "31-02-1980" }, ["TANGGAL LAHIR", "day-malformed", ofPns.day]),
  fault({ "TMT PNS": "01-01-10" }, ["TMT PNS", "day-malformed", ofPns.tmt]),
  fault({ "TMT PNS": "" }, ["TMT PNS", "tmt-pns-missing", ofPns.tmt]),
  fault({ "TMT PNS": "01-12-2008" }, ["TMT PNS", "ACC_1", "01-01-2009"]),
  fault({ "TMT CPNS": "01-03-2009" }, ["TMT CPNS", "CON_1", "01-01-2009"]),
  fault({ "JENIS KELAMIN": "P" }, ["JENIS KELAMIN", "CON_3", "M"]),
  fault({ "JENIS KELAMIN": "X" }, ["JENIS KELAMIN", "sex-unknown", "F"]),
  fault({ "JENIS PEGAWAI": "Honorer" }, ["JENIS PEGAWAI", "kind-unknown", "PNS"]),
  fault({ "JENIS PEGAWAI": "PPPK", "KEDUDUKAN HUKUM": "PPPK Aktif", "GOL AKHIR": "IX" }, [
    "JENIS PEGAWAI",
    "kind-differs",
    "PNS",
  ]),
  fault({ "GOL AKHIR": "V/x" }, ["GOL AKHIR", "golongan-unknown", "III/a"]),
  fault({ "KEDUDUKAN HUKUM": "Aktif sekali" }, [
    "KEDUDUKAN HUKUM",
    "kedudukan-hukum-unknown",
    "Aktif",
  ]),
  pppk("202421", { "TMT CPNS": "01-03-2023" }, ["TMT CPNS", "CON_4", "01-03-2024"]),
  pppk("201721", {}, ["NIP BARU", "ACC_7", ofPppk.nip]),
  pppk("202421", { "KEDUDUKAN HUKUM": "Aktif" }, ["KEDUDUKAN HUKUM", "ACC_4", "PPPK Aktif"]),
  pppk("202421", { "GOL AKHIR": "III/a" }, ["GOL AKHIR", "golongan-unknown", "IX"]),
  fault({ NAMA: "\u200b\u00a0" }, ["NAMA", "required", "Siti Rahma"]),
  fault({ NAMA: "AYU UMPAMA, S.H." }, ["NAMA", "name-with-degrees", "Siti Rahma"]),
  fault({ NAMA: "AYU UМPAMA" }, ["NAMA", "characters-unsupported", "Siti Rahma"]),
  fault({ NAMA: `AYU ${"UMPAMA ".repeat(20)}` }, ["NAMA", "too-long", "Siti Rahma"]),
  fault({ JABATAN: "=1+1" }, ["JABATAN", "formula", "Pranata Komputer Ahli Muda"]),
  fault({ UNOR: "#REF!" }, ["UNOR", "cell-error", "Dinas Kesehatan"]),
  fault({ UNOR: "@SUM(1+9)!A0" }, ["UNOR", "characters-unsupported", "Dinas Kesehatan"]),
  fault({ EMAIL: "ayu.contoh.example" }, ["EMAIL", "email-malformed", mail]),
  fault({ EMAIL: "аyu@contoh.example" }, ["EMAIL", "email-malformed", mail]),
  fault({ EMAIL: "ORANG.1@contoh.example" }, ["EMAIL", "email-taken-in-file", mail]),
  bentFault((row) => row.filter((_, i) => i !== 3), ["NAMA", "columns-shifted", "Siti Rahma"]),
  bentFault(
    (row) => [...row.slice(0, 5), "S.H.", ...row.slice(5)],
    ["TANGGAL LAHIR", "columns-shifted", ofPns.day],
  ),
];

/** Whoever stands in these is taken; what cannot be right is left out, and told. */
export const ownWarnings: readonly OwnRow[] = [
  {
    cells: (person) => ({
      "NIP BARU": `2000${nip(person).slice(4)}`,
      "TANGGAL LAHIR": `${(person["TANGGAL LAHIR"] ?? "").slice(0, 6)}2000`,
    }),
    found: [["NIP BARU", "nip-age", ofPns.nip]],
  },
  {
    ...fault({ "NOMOR HP": "8,1234E+11" }, ["NOMOR HP", "phone-scientific", "081230000001"]),
    stored: () => ({ phone: "" }),
  },
  {
    ...fault({ "NOMOR HP": "0812" }, ["NOMOR HP", "phone-malformed", "081230000001"]),
    stored: () => ({ phone: "" }),
  },
  {
    ...fault({ NIK: "123" }, ["NIK", "nik-malformed", "9901015202850004"]),
    stored: () => ({ nik: "" }),
  },
  fault({ NIK: "9901013112990004" }, ["NIK", "nik-differs", "9901015202850004"]),
  fault({ EMAIL: "" }, ["EMAIL", "email-missing", mail]),
  fault({ "TMT PNS": "15-01-2010" }, ["TMT PNS", "tmt-day", "01-01-2010"]),
  fault({ "JENIS JABATAN": "Entah" }, [
    "JENIS JABATAN",
    "jabatan-kind-unknown",
    "Fungsional Tertentu",
  ]),
  fault({ "INSTANSI KERJA": "Kota Khayalan" }, [
    "INSTANSI KERJA",
    "instansi-differs",
    "Pemerintah Kabupaten Contoh",
  ]),
];

const wide = (text: string) =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
/** Excel counts days from 30 December 1899. */
const serialOf = (day: string) => {
  const [d = 0, m = 1, y = 0] = day.split("-").map(Number);
  return String((Date.UTC(y, m - 1, d) - Date.UTC(1899, 11, 30)) / 86_400_000);
};
const mended = (cells: OwnRow["cells"], stored: OwnRow["stored"]): OwnRow => ({
  ...{ cells, found: [] },
  ...(stored && { stored }),
});
const mendedNip = (change: (nip: string) => string): OwnRow =>
  mended(
    (person) => ({ "NIP BARU": change(nip(person)) }),
    (person) => ({ nip: nip(person) }),
  );
const born = (person: Cells) => (person["TANGGAL LAHIR"] ?? "").split("-").reverse().join("-");

/** Nothing is lost in these, so nothing is said. */
export const ownMended: readonly OwnRow[] = [
  mendedNip(wide),
  mendedNip((whole) => `\u202a${whole.slice(0, 9)}\u200b${whole.slice(9)}\u202c`),
  mendedNip((whole) => `="${whole}"`),
  mendedNip(
    (whole) => `'${whole.slice(0, 8)} ${whole.slice(8, 14)} ${whole[14]} ${whole.slice(15)}`,
  ),
  mended(
    () => ({ NAMA: "\ufeffAYU\u00a0\u00a0NI\u02bcMAH\u200b UMPAMA " }),
    () => ({ name: "AYU NI’MAH UMPAMA" }),
  ),
  mended(
    (person) => ({ "TANGGAL LAHIR": serialOf(person["TANGGAL LAHIR"] ?? "") }),
    (person) => ({ birthDate: born(person) }),
  ),
  mended(
    () => ({ "TMT PNS": "1 Januari 2010", "TMT CPNS": "2009/01/01" }),
    () => ({ tmt: "2010-01-01", tmtCpns: "2009-01-01" }),
  ),
  mended(
    () => ({ EMAIL: "", "EMAIL GOV": "\u200bdinas@contoh.example\u200b" }),
    () => ({ email: "dinas@contoh.example" }),
  ),
  mended(
    () => ({ "GOL AKHIR": "Penata Muda Tk. I (III/b)", "JENIS KELAMIN": "Laki-laki" }),
    () => ({ golongan: "III/b", sex: "M" }),
  ),
];
