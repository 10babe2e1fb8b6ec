export const id = {
  title: "Keluar dan hapus yang belum selesai?",
  text: "Ada foto di studio yang belum dipakai pada kartu, atau berkas bukti yang belum sampai. Bila Anda keluar, keduanya dihapus dari perangkat ini.",
  unanswered: (seconds: number) => `Tanpa jawaban, Anda keluar dalam ${seconds} detik.`,
  stay: "Tetap di sini",
  leave: "Keluar dan hapus",
};

export type Leaving = typeof id;
