/** Files of people who do not exist, in SIASN's layout, as long as one likes. */
import { workbookOf } from "../../test/support/workbook.ts";

export const headings = [
  ...["PNS ID", "NIP BARU", "NIP LAMA", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TEMPAT LAHIR"],
  ...["TANGGAL LAHIR", "JENIS KELAMIN", "AGAMA", "JENIS KAWIN", "NIK", "NOMOR HP", "EMAIL"],
  ...["EMAIL GOV", "ALAMAT", "NPWP", "BPJS", "JENIS PEGAWAI", "KEDUDUKAN HUKUM"],
  ...["STATUS CPNS PNS", "KARTU ASN VIRTUAL", "NOMOR SK CPNS", "TANGGAL SK CPNS", "TMT CPNS"],
  ...["NOMOR SK PNS", "TANGGAL SK PNS", "TMT PNS", "GOL AWAL", "GOL AKHIR", "TMT GOLONGAN"],
  ...["MK TAHUN", "MK BULAN", "JENIS JABATAN", "JABATAN", "TMT JABATAN", "TINGKAT PENDIDIKAN"],
  ...["PENDIDIKAN", "TAHUN LULUS", "KPKN", "LOKASI KERJA", "UNOR", "INSTANSI INDUK"],
  ...["INSTANSI KERJA", "SATUAN KERJA", "IS VALID NIK"],
];

const two = (number: number) => String(number).padStart(2, "0");

/** Every number is another person's; one in fifty has a fault. */
export function personOf(i: number): string[] {
  const [day, month] = [(i % 28) + 1, (Math.floor(i / 28) % 12) + 1];
  const year = 1968 + (Math.floor(i / 336) % 24);
  const order = String((Math.floor(i / 8_064) % 998) + 1).padStart(3, "0");
  const nip = `${year}${two(month)}${two(day)}200901${1}${order}`;
  const agency = "Pemerintah Kab. Contoh";
  const said: Readonly<Record<string, string>> = {
    ...{ "PNS ID": `A8ACA7-${i}`, "NIP BARU": i % 50 === 7 ? "1,98503E+17" : nip },
    ...{ NAMA: `BUDI UMPAMA ${"ABCDEFGHIJ"[i % 10]}`, "GELAR BELAKANG": "S.E., M.M." },
    ...{ "TEMPAT LAHIR": "CONTOH", "TANGGAL LAHIR": `${two(day)}-${two(month)}-${year}` },
    ...{ "JENIS KELAMIN": "M", AGAMA: "-", "JENIS KAWIN": "-", "NOMOR HP": "081230000037" },
    ...{ NIK: `990101${two(day)}${two(month)}${String(year).slice(2)}0002` },
    ...{ EMAIL: `pegawai.${i}@contoh.example`, ALAMAT: `Jl. Rekaan No. ${i}` },
    ...{ "JENIS PEGAWAI": "PNS Daerah", "KEDUDUKAN HUKUM": "Aktif", "STATUS CPNS PNS": "P" },
    ...{ "TMT CPNS": "01-01-2009", "TMT PNS": "01-01-2010", "GOL AWAL": "III/a" },
    ...{ "GOL AKHIR": "III/b", "TMT GOLONGAN": "01-01-2010", "MK TAHUN": "1", "MK BULAN": "0" },
    ...{ "JENIS JABATAN": "Fungsional Tertentu", JABATAN: "Perawat Terampil" },
    ...{ "TMT JABATAN": "01-01-2010", "LOKASI KERJA": "Kabupaten Contoh" },
    ...{ UNOR: `RSUD Contoh Sehat ${i % 200}`, "INSTANSI INDUK": agency },
    ...{ "INSTANSI KERJA": agency, "SATUAN KERJA": agency, "IS VALID NIK": "1" },
  };
  return headings.map((heading) => said[heading] ?? "");
}

function rowsOf(count: number): string[][] {
  return [headings, ...Array.from({ length: count }, (_, i) => personOf(i))];
}

export type MadeKind = "CSV" | "Excel";

export function madeFile(kind: MadeKind, count: number): Uint8Array<ArrayBuffer> {
  const rows = rowsOf(count);
  if (kind === "Excel") return workbookOf(rows);
  return new TextEncoder().encode(rows.map((cells) => cells.join(";")).join("\r\n"));
}
