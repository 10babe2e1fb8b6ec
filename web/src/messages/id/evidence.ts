/** The file of a decree or letter: no first view needs it. */
export const id = {
  label: "Berkas SK atau surat (PDF atau JPG, paling besar 2 MB)",
  hint: "Kosongkan bila tidak ada. Diunggah begitu dipilih.",
  sending: (percent: number) => `Mengunggah… ${percent} %`,
  again: "Sambungan terputus. Pengunggahan diulang otomatis.",
  judging: "Memeriksa berkas…",
  attached: "Berkas sudah terlampir.",
  remove: "Lepas berkas",
  tooLarge: "Berkas lebih besar dari 2 MB. Pilih yang lebih kecil.",
  empty: "Berkas ini kosong.",
  lost: "Berkas tidak sampai. Periksa sambungan, lalu pilih lagi.",
  refused: {
    "file-unknown": "Isi berkas ini bukan PDF atau JPG, apa pun namanya.",
    "file-damaged":
      "Berkas ini rusak atau tidak lengkap. Simpan atau pindai lagi, lalu pilih lagi.",
    "file-encrypted": "PDF ini terkunci. Simpan tanpa kata sandi, lalu pilih lagi.",
    "file-too-many-pixels": "Gambar ini terlalu besar. Kecilkan ukurannya, lalu pilih lagi.",
  },
  /** By its field. */
  problems: {
    "file-proof-ended": "dikirim lebih dari sehari yang lalu. Lepas berkas, lalu pilih lagi.",
  },
  open: "Unduh berkasnya",
  notScanned: "Tidak dipindai dari virus. Pengunduhan dicatat di riwayat.",
};

export type EvidenceTexts = typeof id;
