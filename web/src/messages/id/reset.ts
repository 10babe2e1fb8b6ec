import type { RefusalCode } from "#shared/runtime/codes.ts";

/** Steps 2 and 3 of a reset: the e-mail, the mailed code and the new password. */
export const id = {
  emailTitle: "Surel Anda",
  email: "Alamat surel",
  emailHint: "Persis seperti yang terdaftar di data kepegawaian (SIASN).",
  emailWrong: "Surel terdaftar salah atau sudah tidak aktif?",
  emailWrongSteps: [
    "Datang ke bagian kepegawaian (BKPSDM) instansi Anda dan bawa kartu identitas.",
    "Seorang petugas mengganti alamat surel Anda dan petugas lain menyetujuinya.",
    "Setelah masa tunggu (biasanya 24 jam), ulangi di halaman ini dengan alamat baru.",
  ],
  back: "Kembali ke NIP",
  notThis: "Bukan ini?",
  send: "Kirim",
  mailTitle: "Cek surel Anda",
  mailText:
    "Bila NIP dan surel cocok dengan data kepegawaian, kode sudah dikirim. Biasanya tiba dalam satu menit. Periksa juga folder spam.",
  sentTo: "Alamat yang Anda ketik:",
  resend: "Kirim ulang kode",
  resendIn: (seconds: number) => `Kirim ulang kode (${seconds} detik lagi)`,
  resent: "Bila keduanya cocok, kode baru sudah dikirim. Pakai kode yang terbaru.",
  code: "Kode dari surel",
  codeHint: "6 angka",
  newPassword: "Kata sandi baru",
  repeat: "Ulangi kata sandi baru",
  rules: "Syarat kata sandi",
  ruleMet: "terpenuhi",
  ruleOpen: "belum",
  rule: {
    "password-too-short": "paling sedikit 12 karakter; kalimat panjang boleh",
    "password-needs-upper": "ada huruf besar",
    "password-needs-lower": "ada huruf kecil",
    "password-needs-digit": "ada angka",
    "password-needs-symbol": "ada simbol, misalnya ! atau #",
    "password-edge-space": "tidak diawali atau diakhiri spasi",
    "password-common": "bukan hanya kata, nama, atau deretan tombol yang umum",
    "password-personal": "tidak memuat nama, NIP, atau tanggal lahir Anda",
  },
  submit: "Reset password",
  noMail: "Kode belum sampai?",
  noMailText:
    "Lihat folder spam dan tunggu beberapa menit. Bila alamat di atas salah, pilih «Bukan ini?». Bila benar dan tetap tidak ada, surel di data kepegawaian mungkin berbeda: datang ke BKPSDM instansi Anda dan bawa kartu identitas.",
  /** Too late, and too many: each has its own way out. */
  failures: {
    "step-expired":
      "Langkah ini sudah lewat satu jam, atau dimulai di peramban lain. Demi keamanan, mulai lagi dari awal.",
    "too-many-asks":
      "Kode sudah diminta tiga kali. Pakai kode yang terbaru, atau mulai lagi dari awal.",
    "too-many-attempts": "Terlalu banyak percobaan untuk NIP dan surel ini.",
  } satisfies Partial<Record<RefusalCode, string>>,
  done: "Kata sandi baru tersimpan",
  doneText: "Masuk dengan NIP dan kata sandi baru Anda.",
  login: "Login",
};

export type Reset = typeof id;
