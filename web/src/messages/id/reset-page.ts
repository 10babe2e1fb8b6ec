export const id = {
  lead: "Untuk mengaktifkan akun pertama kali atau mengganti kata sandi yang terlupa.",
  step: (n: number) => `Langkah ${n} dari 3`,
  check: "Check",
  restart: "Mulai lagi",
  done: "Kata sandi baru tersimpan",
  doneText:
    "Masuk dengan NIP dan kata sandi baru Anda. Saat pertama kali masuk, Anda memasang autentikator di ponsel.",
  login: "Login",
};

export type ResetPage = typeof id;
