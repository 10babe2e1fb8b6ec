/** Steps 2 and 3 of a reset: the e-mail, the mailed code and the new password. */
export const id = {
  emailTitle: "Surel Anda",
  email: "Alamat surel",
  emailHint: "Persis seperti yang terdaftar di data kepegawaian (SIASN).",
  emailWrong: "Surel terdaftar salah atau sudah tidak aktif?",
  emailWrongText:
    "Minta BKPSDM atau bagian kepegawaian instansi Anda memperbarui surel di data kepegawaian, lalu ulangi dari langkah pertama.",
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
    "password-common": "tidak memuat kata sandi yang umum",
    "password-personal": "tidak memuat nama, NIP, atau tanggal lahir Anda",
  },
  submit: "Reset password",
  noMail: "Kode belum sampai?",
  noMailText:
    "Lihat folder spam dan tunggu beberapa menit. Bila tetap tidak ada, surel Anda mungkin berbeda dari data kepegawaian: ulangi, atau tanyakan BKPSDM instansi Anda.",
  done: "Kata sandi baru tersimpan",
  doneText:
    "Masuk dengan NIP dan kata sandi baru Anda. Saat pertama kali masuk, Anda memasang autentikator di ponsel.",
  login: "Login",
};

export type Reset = typeof id;
