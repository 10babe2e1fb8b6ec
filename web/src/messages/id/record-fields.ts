/** What the fields of a record are called. A card's own words may differ (card-words.ts). */
import type { FieldKey } from "#shared/employee/fields.ts";

export const id = {
  name: "Nama tanpa gelar",
  gelarDepan: "Gelar depan",
  gelarBelakang: "Gelar belakang",
  golongan: "Golongan",
  jabatan: "Jabatan",
  unitKerja: "Unit kerja",
  email: "Surel",
  phone: "Nomor telepon",
  contractEnd: "Akhir perjanjian kerja",
  nik: "NIK",
  birthPlace: "Tempat lahir",
  birthDate: "Tanggal lahir",
  sex: "Jenis kelamin",
  tmtCpns: "TMT CPNS",
  jabatanKind: "Jenis jabatan",
  karpeg: "Nomor Karpeg",
  bup: "Batas usia pensiun (tahun)",
  kedudukanHukum: "Kedudukan hukum",
  diedOn: "Meninggal pada",
  tmt: "TMT",
  instansi: "Instansi",
  zone: "Zona waktu",
  nip: "NIP",
  niPppk: "NI PPPK",
  kind: "Jenis pegawai",
  photoId: "Foto",
  qrGeneration: "Generasi kode QR",
  qrPausedAt: "Kode QR dijeda sejak",
  nipOpenUntil: "NIP dibuka sampai",
  erasureHeldAt: "Penghapusan data ditahan sejak",
  skNumber: "Nomor SK",
  decreeTmt: "TMT keputusan",
  joinedNip: "NIP rekaman gandanya",
} satisfies Readonly<Record<string, string>> &
  Readonly<Record<Exclude<FieldKey, "instansiId">, string>>;

export type RecordFields = Readonly<Record<keyof typeof id, string>>;
