export const id = {
  label: "Ketik tulisan pada gambar",
  hint: "Huruf besar dan kecil dianggap sama.",
  alt: "Gambar berisi huruf dan angka",
  refresh: "Ganti gambar",
  ways: "Cara mengisi captcha",
  withoutImage: "Tanpa gambar",
  withImage: "Dengan gambar",
  working: (percent: number) => `Perangkat Anda sedang menghitung: ${percent}%`,
  workHint: "Tidak ada yang perlu dibaca. Perangkat Anda menghitung beberapa detik.",
  solved: "Selesai. Lanjutkan dengan tombol di bawah.",
  onlyWork: "Terlalu banyak jawaban dari jaringan Anda: untuk sementara tanpa gambar.",
  failed: "Captcha belum dapat dimuat.",
};

export type Captcha = typeof id;
