export const id = {
  title: "Keluar dan hapus foto yang belum selesai?",
  text: "Foto yang Anda kerjakan di studio foto belum dipakai pada kartu. Bila Anda keluar, foto itu dihapus dari perangkat ini.",
  unanswered: (seconds: number) => `Tanpa jawaban, Anda keluar dalam ${seconds} detik.`,
  stay: "Tetap di sini",
  leave: "Keluar dan hapus",
};

export type Leaving = typeof id;
