/** What an officer reads in the forms about a record, which most visits do not open. */
import type { RecordFieldCode } from "#shared/runtime/codes.ts";

type Params = Readonly<Record<string, string | number>>;

export const id = {
  /** Refusals that only the saving of a record can meet. */
  failures: {
    "email-taken": "Alamat surel ini sudah dipakai pegawai lain.",
    "email-needs-two":
      "Akun ini dapat dibuka hanya dengan surelnya (belum ada autentikator, atau sedang direset), jadi alamatnya dibetulkan dengan cara lain. Buka datanya, lalu pakai «Betulkan alamat surel…» di bagian «Akun»: penyetuju memutuskannya.",
    "change-needs-two":
      "Nama, gelar, golongan, surel, dan kedudukan hukum diubah dua orang. Muat ulang halaman, lalu ajukan.",
    "change-asked":
      "Perubahan bidang ini sudah diajukan dan belum diputuskan. Tunggu keputusannya, atau minta pengajunya menariknya di «Persetujuan».",
    "change-needs-operators":
      "Pegawai ini memegang peran. Surelnya ia ganti sendiri di «Akun»; selain itu dua operator mencabut perannya lebih dulu.",
  },
  /** Each names BKN's rule, if it is one, and how to mend it. */
  problems: {
    "nik-malformed": "terdiri dari 16 angka.",
    "sex-unknown": "pilih dari daftar.",
    "jabatan-kind-unknown": "pilih dari daftar.",
    "bup-unknown": "pilih dari daftar.",
    "died-not-ended": "yang meninggal tidak memiliki hubungan kerja. Kosongkan bila keliru.",
    "day-too-late": ({ max }: Params) =>
      `paling lambat ${max ?? ""}, hari pegawai berusia 70 tahun.`,
    "day-too-far": ({ max }: Params) => `paling lambat ${max ?? ""}.`,
    "day-too-early": ({ min }: Params) => `paling awal ${min ?? ""}.`,
    CON_1: ({ right }: Params) =>
      `CON_1: bulannya berbeda dari NIP, yang memuat ${right ?? ""}. Perbaiki atau kosongkan.`,
    CON_2: ({ right }: Params) =>
      `CON_2: berbeda dari NIP, yang memuat ${right ?? ""}. Perbaiki atau kosongkan.`,
    CON_3: ({ right }: Params) =>
      `CON_3: NIP memuat ${right === "M" ? "laki-laki" : "perempuan"}. Perbaiki atau kosongkan.`,
    CON_4: ({ right }: Params) =>
      `CON_4: tahunnya berbeda dari NI PPPK, yang memuat ${right ?? ""}. Perbaiki yang salah.`,
    ACC_1: ({ right }: Params) =>
      `ACC_1: TMT PNS lebih awal dari TMT CPNS (${right ?? ""}). Perbaiki yang salah.`,
    ACC_4: "ACC_4: tidak berlaku untuk jenis pegawainya. Pilih dari daftar.",
    ACC_7:
      "ACC_7: NI PPPK memuat tahun sebelum ada PPPK (2019) atau yang belum tiba. Periksa nomornya.",
  } satisfies Record<RecordFieldCode, string | ((params: Params) => string)>,
  background: "Data lain, tidak tampil di kartu",
  editHint: "Bidang bertanda * wajib diisi.",
  reasonHint: "Misalnya kenaikan pangkat, atau pembetulan nama",
  review: "Periksa perubahan",
  reviewTitle: "Periksa sebelum disimpan",
  restored: "Isian Anda yang belum disimpan ditampilkan lagi.",
  discard: "Buang isian itu",
  save: "Simpan",
  change: "Ubah lagi",
  proceed: "Lanjutkan",
  newStatus: "Kedudukan hukum baru",
  effect: {
    active: "Kartu aktif.",
    suspended: "Kartu akan ditangguhkan.",
    ended: "Kartu akan berakhir dan tidak dapat digunakan lagi.",
  },
  confirmStatus: (name: string) => `Ajukan kedudukan hukum baru ${name}?`,
  qr: {
    reasonHint: "Misalnya kartu hilang, dengan nomor surat kehilangan",
    question: (name: string) => `Ganti kode QR kartu ${name}?`,
    effect:
      "Kode QR pada kartu lama tidak akan pernah berlaku lagi: siapa pun yang memindainya membaca «Diganti». Kartu yang sudah dicetak harus dicetak ulang. Kartu baru langsung tersedia bagi pemegangnya.",
    confirm: "Ya, ganti kode QR",
    done: "Kode QR sudah diganti. Kartu lama tidak berlaku lagi; kartu baru dibuat otomatis.",
  },
};

export type RecordForms = typeof id;
