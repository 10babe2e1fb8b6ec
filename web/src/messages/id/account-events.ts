/** What officers read of what happened to somebody's account. */
export const id = {
  title: "Riwayat akun",
  hint: "Paling banyak sepuluh yang terbaru. Kapan dan di mana pemegang masuk hanya tampak baginya.",
  none: "Belum ada peristiwa dalam catatan terbaru.",
};

export type AccountEvents = typeof id;
