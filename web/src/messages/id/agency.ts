import type { AgencyAnswer } from "#shared/agency/agency-answers.ts";
import type { RefusalCode } from "#shared/runtime/codes.ts";

/** What is changed of an agency. */
export type AgencyField =
  | Exclude<keyof AgencyAnswer, "id" | "revision" | "texts">
  | keyof AgencyAnswer["texts"];

/** The pages of agencies. */
export const id = {
  operatorLead:
    "Nama, zona waktu, dan rupa kartu setiap instansi. Perubahan berlaku dalam satu menit; kartu digambar ulang saat dilihat.",
  officerLead:
    "Nama, zona waktu, dan rupa kartu instansi Anda. Perubahan Anda ajukan di sini, lalu diputuskan penyetuju.",
  notThere: "Instansi Anda belum didaftarkan. Minta operator menambahkannya.",
  failures: {
    "agency-changed":
      "Instansi ini baru saja diubah orang lain. Muat ulang halaman untuk melihat yang sekarang.",
    "agency-exists": "Kode ini sudah dipakai instansi lain.",
    "agency-name-taken":
      "Nama ini sudah dipakai instansi lain. Tulis nama yang membedakan keduanya.",
  } satisfies Partial<Record<RefusalCode, string>>,
  /** Only its code has a form of its own. */
  problems: {
    malformed:
      "huruf kecil, angka, - dan _, tanpa spasi, diawali huruf atau angka, paling banyak 40.",
  },
  list: "Instansi",
  add: "Tambah instansi",
  change: "Ubah",
  changeOf: (name: string) => `Ubah ${name}`,
  back: "Kembali ke daftar",
  id: "Kode",
  idHint:
    "Huruf kecil, angka, - dan _. Tidak dapat diubah lagi. Petugas dan penyetuju pertamanya dimasukkan dengan «npx kartu init».",
  fields: {
    name: "Nama",
    zone: "Zona waktu",
    address: "Alamat kantor (opsional)",
    emblem: "Lambang",
    palette: "Warna",
    subtitle: "Teks di bawah judul",
    contact: "Kontak bagi penemu kartu",
    finder: "Pesan bagi penemu kartu",
    issuerHeading: "Judul di atas nama instansi",
  } satisfies Record<AgencyField, string>,
  hints: {
    name: "Dicetak pada kartu. Nama baru ditulis ke data semua pegawai, sedikit demi sedikit, lalu kartu mereka digambar ulang.",
    zone: "Jam yang dibaca pegawainya di situs ini, dan tengah malam saat perjanjian kerja dan keputusannya berlaku. Zona baru ditulis ke data semua pegawai.",
    address:
      "Untuk kop surat edaran, di bawah nama instansi: jalan, kota, kode pos, telepon. Tidak dicetak pada kartu.",
    usual: (text: string) => `Kosongkan untuk teks templat: «${text}»`,
  },
  usual: (name: string) => `${name} (umum)`,
  reason: "Alasan",
  reasonHint: "Misalnya nomor dan tanggal SK. Tercatat di riwayat.",
  save: "Simpan",
  ask: "Ajukan",
  saved: (name: string) => `${name} disimpan.`,
  asked: "Perubahan sudah diajukan. Penyetuju memutuskannya dalam 7 hari.",
  toApprovals: "Lihat pengajuan dan rupa kartunya",
  none: "(bawaan templat)",
  approve: {
    question: (name: string) => `Setujui perubahan ${name}?`,
    effect:
      "Berlaku dalam satu menit. Kartu pegawai digambar ulang saat dilihat; kartu yang sudah dicetak tetap sah.",
  },
  backs: {
    "back-landscape": "Sisi belakang yang baru, lanskap",
    "back-portrait": "Sisi belakang yang baru, potret",
  },
};

export type AgencyText = typeof id;
