import type { ToldFieldCode } from "#shared/runtime/codes.ts";

type Params = Readonly<Record<string, string | number>>;
/** What only a page finds, and what it says of an API that is newer than itself. */
type PageCode = "captcha-unsolved" | "passwords-differ" | "other";

/** What is wrong with one field, by the problem's code. */
export const id = {
  required: "wajib diisi.",
  "nip-malformed": "terdiri dari 18 angka, misalnya 19850212 201001 1 004.",
  "email-malformed": "ditulis seperti nama@contoh.go.id.",
  "phone-malformed": "terdiri dari 8 sampai 15 angka.",
  "name-with-degrees": "tulis tanpa koma. Gelar punya isian sendiri.",
  "day-malformed": "tanggal kalender, ditulis HH/BB/TTTT.",
  "not-for-pns": "hanya untuk PPPK.",
  "not-for-pppk": "hanya untuk PNS.",
  "golongan-unknown": "golongan ini tidak berlaku untuk jenis pegawainya.",
  "kedudukan-hukum-unknown": "pilih kedudukan hukum dari daftar.",
  "not-after-tmt": "harus sesudah TMT.",
  "characters-unsupported": ({ character, place }: Params) =>
    `karakter ${character ?? ""} (ke-${place ?? ""}) tidak dapat dicetak pada kartu.`,
  "characters-hidden": "ada karakter yang tidak terlihat. Hapus, lalu ketik ulang.",
  "too-long": ({ max }: Params) => `paling banyak ${max ?? 64} karakter.`,
  "code-malformed": "terdiri dari 6 angka.",
  "number-malformed": "terdiri dari 2 angka, seperti yang tampil di komputer.",
  "mailed-code-malformed": "terdiri dari 8 angka.",
  "recovery-code-malformed": "terdiri dari 12 huruf dan angka.",
  "clock-behind": ({ minutes }: Params) =>
    `jam ponsel Anda terlambat ${minutes ?? 1} menit. Nyalakan waktu otomatis, lalu ketik kode baru.`,
  "clock-ahead": ({ minutes }: Params) =>
    `jam ponsel Anda lebih cepat ${minutes ?? 1} menit. Nyalakan waktu otomatis, lalu ketik kode baru.`,
  "captcha-refused": "isian captcha tidak cocok atau sudah kedaluwarsa. Isi captcha yang baru.",
  "captcha-unsolved": "tunggu sampai perhitungan captcha selesai.",
  "nothing-changed": "sama dengan yang sekarang.",
  "passwords-differ": "kedua kata sandi tidak sama.",
  "too-short": ({ min }: Params) => `paling sedikit ${min ?? 1} karakter.`,
  malformed: "isian ini tidak dapat dibaca.",
  "password-too-short": ({ min }: Params) => `paling sedikit ${min ?? 12} karakter.`,
  "password-needs-upper": "perlu huruf besar.",
  "password-needs-lower": "perlu huruf kecil.",
  "password-needs-digit": "perlu angka.",
  "password-needs-symbol": "perlu simbol, misalnya ! atau #.",
  "password-edge-space": "tidak boleh diawali atau diakhiri spasi.",
  "password-common": "mudah ditebak. Pakai beberapa kata sekaligus.",
  "password-personal": "memuat nama, NIP, atau tanggal lahir Anda.",
  "unit-unknown": "tidak ada pegawai di unit ini. Tulis persis seperti pada data pegawai.",
  "unit-not-yours": "unit ini di luar wewenang Anda.",
  "unit-without-cards": "belum ada pegawai aktif dengan foto di unit ini.",
  "day-passed": "sudah lewat.",
  "not-for-operator": "peran operator berlaku untuk seluruh sistem, bukan satu unit.",
  "no-room-on-card": "tidak muat pada kartu. Persingkat teksnya.",
  "unknown-choice": "pilih satu dari daftar.",
  other: "isian ini tidak dapat diterima.",
} satisfies Record<ToldFieldCode | PageCode, string | ((params: Params) => string)>;

export type Fields = typeof id;
