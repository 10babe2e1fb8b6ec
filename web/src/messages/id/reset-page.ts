export const id = {
  lead: "Untuk mengaktifkan akun pertama kali atau mengganti kata sandi yang terlupa.",
  step: (n: number) => `Langkah ${n} dari 3`,
  check: "Check",
  restart: "Mulai lagi",
};

export type ResetPage = typeof id;
