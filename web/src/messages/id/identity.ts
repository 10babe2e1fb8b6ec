export const id = {
  /** Refusals of forms with a password of who is signed in, or with a code from a mail. */
  failures: {
    "password-refused": "Kata sandi saat ini salah.",
    "mailed-code-refused": "Kode salah. Hanya kode dari surel terakhir yang berlaku.",
    "mailed-code-expired": "Kode ini tidak berlaku lagi. Minta kode baru.",
  },
  password: "Kata sandi saat ini",
  code: "Kode autentikator",
  codeHint:
    "6 angka dari aplikasi autentikator. Jika baru dipakai untuk masuk, tunggu kode berikutnya.",
};

export type Identity = typeof id;
