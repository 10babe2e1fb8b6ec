/** What a scanned code proves without the network. */
import type { Refusal } from "#shared/signed-qr/envelope.ts";
import type { CardState } from "#shared/signed-qr/status-list.ts";
import { id as states } from "./card-states.ts";

const notAccepted = "Jangan terima kartunya, dan laporkan ke BKPSDM.";
const stillSo = "; bila tetap sama, jangan terima kartunya, dan laporkan ke BKPSDM.";
const askOnline = "Pindai dengan kamera ponsel saat ada jaringan, atau minta identitas lain.";

export const id = {
  notKnown:
    "Belum bisa dicek (V0): perangkat ini belum pernah mengambil daftar kunci. Sambungkan ke jaringan sekali.",
  tooOld:
    "Peramban ini terlalu lama untuk pemeriksaan tanpa jaringan. Perbarui peramban, atau periksa secara daring.",
  notSetUp:
    "Pemeriksaan tanpa jaringan belum diatur untuk alamat ini. Kartu tetap dapat diperiksa secara daring.",
  next: "Pindai kartu berikutnya",
  online: "Periksa daring, dengan foto",
  onlineHint:
    "Jawaban daring dari catatan saat ini, lengkap dengan foto. Nomor serinya harus sama dengan yang di atas: alamat di kode tidak ditandatangani. Data bertanda tangan tidak dikirim.",
  report: "Laporkan kartu mencurigakan",
  reportHint:
    "Perlu jaringan: kartunya diperiksa daring dengan captcha, lalu laporannya sampai ke instansinya.",
  compare:
    "Kode tidak memuat foto, dan foto di kartu dapat ditukar: cocokkan namanya dengan identitas lain, atau periksa daring untuk melihat fotonya.",
  shortened: "dipendekkan",
  code: "Kode hasil",
  checkedAt: "Diperiksa di perangkat ini pada",
  site: (host: string) => `Alamat resmi yang tercetak di kartu: ${host}.`,
  listed: (age: string) => `Daftar status dibuat ${age}.`,
  unlisted: "Daftar status bagian kartu ini belum pernah diambil.",
  minutes: (count: number) => (count < 1 ? "baru saja" : `${count} menit lalu`),
  hours: (count: number) => `${count} jam lalu`,
  days: (count: number) => `${count} hari lalu`,
  readiness: {
    old: (age: string) =>
      `Belum siap: daftar status sudah usang, ${age}. Siapkan lagi selagi ada jaringan.`,
    missing: (count: number) => `${count} bagian belum sampai; tekan sekali lagi.`,
    none: "Belum siap: ambil daftar kunci dan status selagi ada jaringan.",
    some: (parts: number, age: string) =>
      `Siap. Daftar status ${parts} bagian, yang tertua ${age}.`,
    preparing: (parts: number) => `Mengambil daftar status, bagian ${parts}…`,
    failed: "Belum dapat diambil. Periksa sambungan, lalu coba lagi.",
  },
  fields: {
    name: "Nama",
    nip: "NIP / NI PPPK",
    kind: "Status kepegawaian",
    instansi: "Instansi kerja",
    tmt: "TMT",
    serial: "Nomor seri",
    issued: "Ditandatangani",
    expires: "Tanda tangan berlaku sampai",
  },
  noInstansi: "Tidak ada di daftar ini",
  states: {
    ...states,
    valid: {
      code: "V1",
      word: "Sah",
      next: "Tanda tangannya benar, dan menurut daftar status kartu ini berlaku. Cocokkan orangnya.",
    },
    unclear: {
      code: "V0",
      word: "Belum bisa dicek",
      next: "Tanda tangannya benar, tetapi daftar status di perangkat ini tidak ada atau sudah usang. Sambungkan ke jaringan dan pindai lagi, atau minta identitas lain.",
    },
  } satisfies Record<CardState | "upcoming" | "unclear", Answer>,
  refusals: {
    unsigned: {
      code: "V0",
      word: "Belum bisa dicek",
      next: `Kode ini tidak memuat tanda tangan: hanya dapat diperiksa daring. ${askOnline}`,
    },
    "not-ours": {
      code: "V5",
      word: "Tidak dikenal",
      next: `Kode QR ini bukan kode Kartu ASN Virtual. Bila itu kode di kartu yang diperlihatkan, jangan buka alamatnya. ${notAccepted}`,
    },
    truncated: {
      code: "V8",
      word: "Tanda tangan tidak sah",
      next: `Isi kode terpotong. Pindai sekali lagi, seluruh kodenya${stillSo}`,
    },
    "re-encoded": {
      code: "V8",
      word: "Tanda tangan tidak sah",
      next: `Isi kode ditulis ulang, tidak seperti saat ditandatangani. ${notAccepted}`,
    },
    damaged: {
      code: "V8",
      word: "Tanda tangan tidak sah",
      next: `Isi kode rusak. Pindai sekali lagi${stillSo}`,
    },
    "wrong-alg": {
      code: "V8",
      word: "Tanda tangan tidak sah",
      next: `Kode memakai cara tanda tangan yang tidak dipakai kartu. ${notAccepted}`,
    },
    "unknown-key": {
      code: "V8",
      word: "Tanda tangan tidak sah",
      next: `Ditandatangani kunci yang tidak ada di daftar perangkat ini. Sambungkan ke jaringan dan pindai lagi${stillSo}`,
    },
    "revoked-key": {
      code: "V8",
      word: "Tanda tangan tidak sah",
      next: "Kunci penandatangannya sudah dicabut. Minta pemegangnya membuka kartu terbaru di ponselnya, lalu pindai lagi.",
    },
    malleable: {
      code: "V8",
      word: "Tanda tangan tidak sah",
      next: `Tanda tangan ini diubah dari tanda tangan lain. ${notAccepted}`,
    },
    "bad-signature": {
      code: "V8",
      word: "Tanda tangan tidak sah",
      next: `Isi kode tidak cocok dengan tanda tangannya. ${notAccepted}`,
    },
    "not-yet-valid": {
      code: "V0",
      word: "Belum bisa dicek",
      next: `Harinya belum sampai. Periksa tanggal dan jam perangkat ini. ${askOnline}`,
    },
    expired: {
      code: "V0",
      word: "Belum bisa dicek: pindai daring",
      next: `Masa tanda tangannya habis; itu bukan tanda palsu. ${askOnline}`,
    },
  } satisfies Record<Refusal, Answer>,
};

interface Answer {
  readonly code: string;
  readonly word: string;
  readonly next: string;
}

export type ScanAnswer = typeof id;
