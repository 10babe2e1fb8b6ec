import type { ToldReason } from "#shared/bulk-change/bulk-change.ts";
import type { RefusalCode } from "#shared/runtime/codes.ts";

/** One change for many people, from the list to the report. */
export const id = {
  all: (people: number) => `Tampilkan semua ${people} pegawai`,
  mark: (name: string) => `Pilih ${name}`,
  marked: (people: number) => `${people} pegawai dipilih (paling banyak 500).`,
  markPage: "Pilih semua di halaman ini",
  markFound: "Pilih semua yang ditemukan",
  unmark: "Batalkan pilihan",
  go: "Lanjut: apa yang diubah",
  print: "Cetak…",
  remind: "Ingatkan…",
  title: "Ubah data mereka",
  nobodyMarked: "Belum ada pegawai yang dipilih. Pilih dulu di daftar pegawai.",
  hint: "Penyetuju memutuskan perubahan ini untuk daftar orang yang persis sama. Belum ada data yang berubah.",
  action: "Yang diubah",
  actions: { assign: "Unit kerja", suspend: "Kedudukan hukum yang menangguhkan" },
  unitHint: "Unit yang ada di pohon unit instansi Anda.",
  look: "Lihat siapa yang diubah",
  who: "Yang diubah",
  count: (people: number) => `${people} pegawai dalam daftar ini`,
  nobody: "Tidak ada pegawai yang dapat diubah",
  leftOut: (people: number) => `${people} pegawai tidak ikut`,
  decrees: (days: string) => `ada keputusan yang menunggu, TMT ${days}`,
  setAside: (people: number) =>
    `Untuk ${people} pegawai ada keputusan dengan TMT mendatang tentang hal yang sama (lihat keterangan). Setelah perubahan ini keputusan itu tidak berlaku sendiri: ajukan lagi bila masih perlu.`,
  save: "Simpan daftar ini (CSV)",
  file: "perubahan-pegawai",
  unknown: "(tidak ditampilkan)",
  columns: { name: "Nama", nip: "NIP", unitKerja: "Unit kerja", why: "Keterangan" },
  why: {
    "own-record": "data sendiri, atau data yang memutuskan",
    "out-of-scope": "di luar wewenang Anda, atau datanya tidak terbaca",
    unchanged: "sudah demikian",
    "change-needs-operators": "memegang peran: dua operator mencabutnya dulu",
    "change-asked": "perubahan yang sama sudah diajukan",
    "record-changed": "datanya berubah sejak daftar dibuat",
    "not-allowed": "tidak sesuai aturan data",
    "not-reached": "belum dikerjakan ketika dihentikan",
  } satisfies Record<ToldReason, string>,
  askTitle: "Ajukan ke penyetuju",
  askHint: "Penyetuju melihat daftar ini. Setelah disetujui, data diubah bertahap.",
  reasonHint: "Misalnya dasar perubahannya",
  submit: (people: number) => `Ajukan untuk ${people} pegawai`,
  asked: "Sudah diajukan. Penyetuju memutuskannya dalam 7 hari, di halaman «Persetujuan».",
  running: (done: number, total: number) => `${done} dari ${total} pegawai sudah dikerjakan.`,
  done: (people: number) => `Selesai: ${people} pegawai diubah.`,
  stopped: (people: number, rest: number) =>
    `Dihentikan setelah ${people} pegawai diubah. Yang belum dikerjakan: ${rest} pegawai; data mereka tidak disentuh.`,
  refused: (people: number) => `${people} pegawai tidak diubah; alasannya ada di daftar.`,
  stop: "Hentikan",
  approval: {
    subject: (people: number) => `Perubahan ${people} pegawai`,
    question: (subject: string) => `Setujui ${subject.toLowerCase()}?`,
    effect:
      "Data orang-orang di daftar diubah bertahap, tercatat atas nama pengaju dan Anda. Yang datanya berubah sementara itu dilewati dan dilaporkan.",
    people: "Pegawai",
    leftOut: "Tidak ikut",
    to: "Menjadi",
    source: "SK",
    look: "Lihat persis siapa saja",
  },
  failures: {
    "nobody-to-change": "Tidak ada pegawai yang dapat diubah di daftar ini.",
  } satisfies Partial<Record<RefusalCode, string>>,
};

export type BulkChanges = typeof id;
