/** Of the own password, on the page «Akun». */
export const id = {
  title: "Kata sandi",
  change: "Ganti kata sandi",
  changeHint:
    "Semua perangkat lain dikeluarkan dan masuk lagi dengan kata sandi yang baru. Perangkat ini tetap masuk.",
  newPassword: "Kata sandi baru",
  repeat: "Ulangi kata sandi baru",
  submit: "Simpan kata sandi baru",
  done: "Kata sandi sudah diganti. Semua perangkat lain sudah dikeluarkan; pemberitahuan dikirim ke surel Anda.",
};

export type Password = typeof id;
