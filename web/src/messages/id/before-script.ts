/** What stands on a page before its script: the build writes it, no bundle carries it. */
export const id = {
  oldBrowser:
    "Peramban ini terlalu lama. Gunakan Chrome 90, Safari 15, Firefox 100, atau yang lebih baru.",
  notStarted: "Halaman ini belum selesai dimuat. Periksa sambungan internet Anda.",
};

export type BeforeScript = typeof id;
