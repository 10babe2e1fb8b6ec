export const id = {
  lead: "Untuk mengaktifkan akun pertama kali atau mengganti kata sandi yang terlupa.",
  step: (n: number) => `Langkah ${n} dari 3`,
  nip: "NIP",
  check: "Check",
  emailTitle: "Surel Anda",
  email: "Alamat surel",
  emailHint: "Persis seperti yang terdaftar di data kepegawaian (SIASN).",
  emailWrong: "Surel terdaftar salah atau sudah tidak aktif?",
  emailWrongText:
    "Minta BKPSDM atau bagian kepegawaian instansi Anda memperbarui surel di data kepegawaian, lalu ulangi dari langkah pertama.",
  send: "Kirim",
  restart: "Mulai lagi",
  done: "Kata sandi baru tersimpan",
  doneText:
    "Masuk dengan NIP dan kata sandi baru Anda. Pada login pertama Anda memasang kode masuk di ponsel.",
  login: "Login",
};

export type Activation = typeof id;
