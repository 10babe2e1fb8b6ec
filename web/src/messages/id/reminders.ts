import type { RemindedList } from "#shared/account/account-lists.ts";

export const id = {
  open: "Kirim pengingat…",
  title: "Kirim pengingat",
  hints: {
    "not-activated":
      "Surel berisi langkah aktivasi, tanpa kode dan tanpa kata sandi. Setiap pegawai diingatkan paling banyak sekali dalam tujuh hari.",
    "no-authenticator":
      "Surel mengingatkan untuk memasang autentikator. Setiap pegawai diingatkan paling banyak sekali dalam tujuh hari.",
    "photo-refused":
      "Surel mengingatkan untuk mengunggah foto. Setiap pegawai diingatkan paling banyak sekali dalam tujuh hari.",
    "no-photo":
      "Surel mengingatkan untuk mengunggah foto. Setiap pegawai diingatkan paling banyak sekali dalam tujuh hari.",
    "no-phone":
      "Surel mengingatkan untuk mengisi nomor ponsel di «Akun». Setiap pegawai diingatkan paling banyak sekali dalam tujuh hari.",
  } satisfies Record<RemindedList, string>,
  unit: "Unit kerja (opsional)",
  unitHint: "Kosongkan untuk semua pegawai di daftar ini.",
  look: "Lihat siapa yang diingatkan",
  who: "Yang akan diingatkan",
  count: (people: number) => `${people} pegawai akan dikirimi surel.`,
  nobody: "Tidak ada pegawai yang perlu diingatkan sekarang.",
  noAddress: (people: number) =>
    `${people} pegawai dilewati: tanpa surel, atau surelnya tidak sampai. Mereka perlu datang ke loket.`,
  recently: (people: number) =>
    `${people} pegawai dilewati: sudah diingatkan dalam tujuh hari ini.`,
  notActivated: (people: number) =>
    `${people} pegawai dilewati: belum aktivasi. Ingatkan mereka dari daftar «Belum aktivasi».`,
  cut: "Satu kiriman paling banyak 500 pegawai; yang lain menyusul di kiriman berikutnya.",
  all: (people: number) => `Tampilkan semua ${people} pegawai`,
  send: (people: number) => `Kirim ke ${people} pegawai`,
  running: (done: number, total: number) => `${done} dari ${total} pegawai sudah diingatkan.`,
  done: (people: number) => `Selesai: ${people} pegawai diingatkan. Surelnya menyusul bertahap.`,
  stopped: (people: number) => `Dihentikan setelah ${people} pegawai diingatkan.`,
  skipped: (people: number) =>
    `${people} pegawai dilewati karena datanya berubah atau tidak dapat dikirimi.`,
  stop: "Hentikan",
  failures: { "nobody-to-remind": "Tidak ada lagi pegawai yang perlu diingatkan." },
};

export type Reminders = typeof id;
