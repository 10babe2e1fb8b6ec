/** What stands around the chapters of the guide (K-40). */
export const id = {
  title: "Buku Petunjuk",
  lead: "Cara memakai Kartu ASN Virtual, dari mengaktifkan akun sampai memeriksa kartu. Dapat dibaca tanpa masuk dan tanpa JavaScript, dan dapat dicetak.",
  contents: "Daftar isi",
  chapter: (n: number) => `Bab ${n}`,
  before: "Bab sebelumnya",
  after: "Bab berikutnya",
  page: (n: number) => `halaman ${n}`,
  pdf: (megabytes: string) => `Unduh Buku Petunjuk (PDF, ${megabytes} MB)`,
  /** Of a page that leads on to a chapter. */
  onward: "Petunjuk untuk halaman ini",
  help: "Belum terjawab? Tanyakan kepada BKPSDM atau bagian kepegawaian instansi Anda.",
  licences: "Lisensi pihak ketiga",
};

export type GuideFrame = typeof id;
