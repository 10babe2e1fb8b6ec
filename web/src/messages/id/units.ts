import type { RefusalCode } from "#shared/runtime/codes.ts";

const notBelow = "Sebuah unit tidak dapat dipindahkan ke dalam dirinya sendiri atau ke bawahannya.";

/** The tree of unit kerja, for who enters records of the whole agency. */
export const id = {
  lead: "Susunan unit kerja instansi Anda. Unit yang muncul pada data pegawai masuk ke sini dengan sendirinya.",
  root: "Semua unit",
  path: "Letak unit",
  search: "Cari unit",
  searchHint: "Kata mana pun dari nama unit",
  searchSubmit: "Cari",
  found: (n: number) => (n === 0 ? "Tidak ada unit yang cocok." : `${n} unit cocok.`),
  isCut: "Hanya 50 unit pertama yang ditampilkan. Tambahkan kata.",
  below: "Unit di bawahnya",
  atRoot: "Unit di tingkat teratas",
  none: "Belum ada unit di sini.",
  shown: (n: number) => `${n} unit`,
  firstShown: (n: number) => `${n} unit pertama`,
  more: "Tampilkan berikutnya",
  columns: { name: "Unit kerja", people: "Pegawai" },
  people: (n: number) => (n > 500 ? "lebih dari 500 orang" : `${n} orang`),
  moving: "sedang diubah",
  otherNames: "Ejaan atau nama lain pada data pegawai",
  otherNamesHint: "Pakai «Ganti nama» untuk menyatukannya.",
  work: {
    renamed: (done: number, total: number | undefined) =>
      `Nama unit sedang diganti: ${total === undefined ? done : `${done} dari ${total}`} orang sudah selesai. Sementara itu pegawai tetap ditemukan dengan nama lama dan nama baru.`,
    merged: (into: string, done: number, total: number | undefined) =>
      `Sedang digabungkan ke «${into}»: ${total === undefined ? done : `${done} dari ${total}`} orang sudah pindah. Sementara itu pegawai tetap ditemukan di kedua unit.`,
    refused: (n: number) =>
      `${n} data pegawai tidak dapat dibaca, jadi tidak ikut berubah. Pengelola sistem sudah diberi tahu.`,
    gone: (into: string) => `Selesai: unit ini sudah digabungkan ke «${into}».`,
    stopped: "Pekerjaan ini berhenti sebelum selesai. Hubungi operator.",
  },
  change: "Ajukan perubahan",
  approvals: "Lihat pengajuan",
  asked: "Diajukan. Penyetuju memutuskannya dalam 7 hari.",
  steps: {
    tambah: {
      title: "Tambah unit di sini",
      hint: "Unit baru masih kosong. Pegawai masuk ke sana lewat perubahan datanya.",
      submit: "Ajukan penambahan",
    },
    "ganti-nama": {
      title: "Ganti nama",
      hint: "Data dan kartu semua pegawai unit ini ikut berubah, sedikit demi sedikit. Peran untuk unit ini ikut pindah ke nama baru.",
      submit: "Ajukan nama baru",
    },
    gabung: {
      title: "Gabungkan ke unit lain",
      hint: "Pegawai dan unit di bawahnya pindah ke unit tujuan. Peran untuk unit ini berakhir, karena tidak boleh menjangkau pegawai unit tujuan.",
      submit: "Ajukan penggabungan",
    },
    pindah: {
      title: "Pindahkan",
      hint: "Hanya letaknya yang berubah. Data pegawai dan peran tetap.",
      submit: "Ajukan pemindahan",
    },
    tutup: {
      title: "Tutup unit",
      hint: "Hanya untuk unit tanpa pegawai dan tanpa unit di bawahnya.",
      submit: "Ajukan penutupan",
    },
  },
  name: "Nama unit",
  into: "Unit tujuan",
  parent: "Di bawah unit",
  intoHint: "Ketik awal namanya, lalu pilih.",
  parentHint: "Ketik awal namanya, lalu pilih. Kosongkan untuk tingkat teratas.",
  reasonHint: "Misalnya nomor dan tanggal peraturan tentang susunan organisasi",
  failures: {
    "unit-changed": "Unit ini baru saja berubah. Buka lagi unitnya, lalu ajukan lagi.",
    "unit-busy":
      "Unit ini sedang diubah. Tunggu sampai semua pegawainya selesai, lalu ajukan lagi.",
    "unit-name-taken": "Nama ini sudah dipakai unit lain. Pakai «Gabungkan» bila keduanya sama.",
    "unit-below-itself": notBelow,
    "unit-too-deep": "Susunan unit paling banyak sepuluh tingkat.",
    "unit-not-empty": "Unit ini masih mempunyai pegawai atau unit di bawahnya.",
  } satisfies Partial<Record<RefusalCode, string>>,
  decide: {
    question: {
      add: (unit: string) => `Tambah unit ${unit}?`,
      rename: (unit: string) => `Ganti nama ${unit}?`,
      merge: (unit: string) => `Gabungkan ${unit}?`,
      move: (unit: string) => `Pindahkan ${unit}?`,
      close: (unit: string) => `Tutup unit ${unit}?`,
    },
    effect: {
      add: "Unit baru ini masih kosong.",
      rename:
        "Data dan kartu pegawainya ikut berubah, dan peran untuk unit ini pindah ke nama baru.",
      merge:
        "Pegawai dan unit di bawahnya pindah ke unit tujuan. Peran untuk unit yang hilang berakhir.",
      move: "Hanya letaknya yang berubah.",
      close: "Unit ini hilang dari susunan.",
    },
    field: {
      add: "Unit baru",
      rename: "Nama unit",
      merge: "Penggabungan unit",
      move: "Letak unit",
      close: "Penutupan unit",
    },
    nothing: "(belum ada)",
    gone: "(ditutup)",
    atTop: "di tingkat teratas",
    below: (parent: string) => `di bawah ${parent}`,
    people: "Pegawai yang ikut",
    alsoFrom: "Ejaan lain yang disatukan",
  },
};

export type Units = typeof id;
