export const id = {
  title: "Keluar dan hapus yang belum selesai?",
  text: "Ada foto di studio, isian pengajuan, berkas bukti, atau catatan gerbang yang belum selesai atau belum terkirim. Bila Anda keluar, itu dihapus dari perangkat ini.",
  unanswered: (seconds: number) => `Tanpa jawaban, Anda keluar dalam ${seconds} detik.`,
  stay: "Tetap di sini",
  leave: "Keluar dan hapus",
};

export type Leaving = typeof id;
