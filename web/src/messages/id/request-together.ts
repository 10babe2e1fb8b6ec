/** What is decided at once: no first view needs it. */
export const id = {
  hint: "Yang diputuskan satu petugas, dari bagian data yang sama. Tiap pengajuan diputuskan sendiri; yang gagal tetap di antrean.",
  choose: "Pilih pengajuan",
  all: (count: number): string => `Pilih semua (${count})`,
  agreeTo: (count: number): string => `Setujui ${count} pilihan`,
  rejectAll: (count: number): string => `Tolak ${count} pilihan`,
  oneByOne: "Kembali ke satu per satu",
  failed: "belum diputuskan, tetap di antrean. Coba lagi.",
};

export type RequestTogetherText = typeof id;
