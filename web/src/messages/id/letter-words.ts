import type { LetterState } from "#shared/letter/letter.ts";
import type { LetterKind, Secrecy, urgencies } from "#shared/letter/letter-kinds.ts";
import type { FieldCode, RefusalCode } from "#shared/runtime/codes.ts";
import type { letterFieldCodes } from "#shared/runtime/letter-codes.ts";

type Params = Readonly<Record<string, string | number>>;

/** What a letter and its parts are called, for who writes it and who signs it. */
export const id = {
  kinds: {
    "keterangan-aktif": "Surat keterangan aktif bekerja",
    "keterangan-penghasilan": "Surat keterangan penghasilan",
    keterangan: "Surat keterangan lain",
    tugas: "Surat tugas",
    pengantar: "Surat pengantar",
    edaran: "Surat edaran",
  } satisfies Record<LetterKind, string>,
  states: {
    draft: "Konsep",
    waiting: "Menunggu tanda tangan",
    returned: "Dikembalikan penanda tangan",
    signed: "Ditandatangani",
    withdrawn: "Dicabut",
    cancelled: "Dibatalkan",
  } satisfies Record<LetterState, string>,
  urgencies: {
    biasa: "Biasa",
    segera: "Segera",
    "sangat-segera": "Sangat segera",
  } satisfies Record<(typeof urgencies)[number], string>,
  secrecies: {
    B: "B – biasa atau terbuka",
    T: "T – terbatas",
    R: "R – rahasia",
    SR: "SR – sangat rahasia",
  } satisfies Record<Secrecy, string>,
  fields: {
    hal: "Hal",
    classification: "Kode klasifikasi arsip",
    urgency: "Sifat",
    secrecy: "Keamanan",
    people: "Kepada",
    leader: "Ketua atau penanggung jawab",
    considering: "Menimbang",
    basis: "Dasar",
    tasks: "Untuk",
    income: "Penghasilan sebulan",
    purpose: "Keperluan",
    to: "Yth.",
    items: "Yang dikirim",
    text: "Isi",
    copies: "Tembusan",
    post: "Penanda tangan",
    onBehalf: "Bentuk penandatanganan",
    profile: "Tata naskah instansi",
  },
  /** Of a letter about one person. */
  person: "Tentang",
  number: "Nomor",
  planned: "tetap setelah ditandatangani",
  day: "Tanggal",
  annex: (count: number) => `${count} orang, dalam lampiran`,
  steps: "Perjalanan surat",
  formerPerson: "pegawai instansi lain",
  file: "Unduh PDF",
  draftFile: "Lihat konsep (PDF)",
  nobodyActs:
    "Hari ini tidak ada yang bertindak dalam jabatan penanda tangan, jadi suratnya belum dapat dilihat.",
  at: (field: string, place: number) => `${field} ${place}`,
  failures: {
    "letter-changed":
      "Surat ini baru saja diubah orang lain. Muat ulang halaman untuk melihat yang sekarang.",
    "letter-year-over":
      "Nomor surat ini dari tahun yang sudah lewat. Kembalikan kepada petugas: surat ini mendapat nomor tahun ini bila dikirim lagi.",
    "document-revoked": "Surat ini sudah dicabut: filenya tidak dibuat lagi.",
  } satisfies Partial<Record<RefusalCode, string>>,
  problems: {
    "pattern-brace": "kurung kurawal tidak berpasangan.",
    "placeholder-unknown": ({ name = "" }: Params) => `{${name}} tidak dikenal.`,
    "placeholder-missing": ({ name = "" }: Params) => `{${name}} harus ada.`,
    "placeholder-twice": ({ name = "" }: Params) => `{${name}} hanya boleh sekali.`,
    "not-of-this-kind": "tidak dimuat dalam jenis surat ini.",
    "one-person": "surat ini tentang satu orang saja.",
    "person-twice": "orang ini tercantum dua kali.",
    "person-unknown": "tidak ada di instansi ini.",
    "person-not-active": "kartunya tidak aktif, jadi tidak dapat dicantumkan dalam surat ini.",
    "names-a-person": "jangan memuat nama atau NIP: hal dibaca siapa pun yang memeriksa surat.",
    "behalf-too-long": ({ max = "" }: Params) => `paling banyak ${max} tingkat.`,
    "behalf-not-above": "pemberi kuasa harus jabatan di atas penanda tangan.",
    "nobody-acts": "hari ini tidak ada yang bertindak dalam jabatan ini.",
    "signs-for-oneself": "penanda tangan tidak dapat menerangkan dirinya sendiri.",
    "number-unknown": "nomor ini belum pernah dipakai.",
    "number-full": "di belakang nomor ini sudah tidak ada tempat.",
    /** Lists have at most 20 lines. */
    "too-long": ({ max = "" }: Params) =>
      Number(max) > 20 ? `paling banyak ${max} karakter.` : `paling banyak ${max} baris.`,
    malformed: "huruf besar, angka, dan titik, misalnya 800.1.11.1.",
    "number-malformed": "angka saja, misalnya 3.500.000.",
    "characters-unsupported": "hanya huruf, angka, spasi, dan tanda . / -",
    "day-too-late": "lebih akhir daripada surat dengan nomor berikutnya, atau belum tiba.",
    "day-too-early": "lebih awal daripada surat dengan nomor sebelumnya.",
  } satisfies Partial<Record<FieldCode, string | ((params: Params) => string)>> &
    Record<(typeof letterFieldCodes)[number], string | ((params: Params) => string)>,
};

export type LetterWordsText = typeof id;
