/** The last step of activation and reset: the mailed code and the new password. */
export const id = {
  mailTitle: "Cek surel Anda",
  mailText:
    "Bila NIP dan surel cocok dengan data kepegawaian, kode sudah dikirim. Biasanya tiba dalam satu menit. Periksa juga folder spam.",
  code: "Kode dari surel",
  codeHint: "6 angka",
  newPassword: "Kata sandi baru",
  repeat: "Ulangi kata sandi baru",
  rules: "Syarat kata sandi",
  ruleMet: "terpenuhi",
  ruleOpen: "belum",
  rule: {
    "password-too-short": "paling sedikit 12 huruf; kalimat panjang boleh",
    "password-needs-upper": "ada huruf besar",
    "password-needs-lower": "ada huruf kecil",
    "password-needs-digit": "ada angka",
    "password-needs-symbol": "ada simbol, misalnya ! atau #",
    "password-edge-space": "tidak diawali atau diakhiri spasi",
    "password-common": "tidak memuat kata sandi yang umum",
    "password-contains-nip": "tidak memuat NIP atau tanggal lahir Anda",
  },
  submit: "Reset password",
  noMail: "Kode tidak datang?",
  noMailText:
    "Lihat folder spam dan tunggu beberapa menit. Bila tetap tidak ada, surel Anda mungkin berbeda dari data kepegawaian: ulangi, atau tanyakan BKPSDM instansi Anda.",
};

export type NewPassword = typeof id;
