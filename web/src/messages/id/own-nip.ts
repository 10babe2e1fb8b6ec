/** What checks of the own card show of the NIP. */
export const id = {
  title: "NIP saat kartu diperiksa",
  hint: "Siapa pun yang memeriksa kartu membaca NIP yang disamarkan. Jika layanan memerlukan NIP lengkap, buka selama satu jam; sesudah itu tertutup sendiri.",
  masked: "NIP disamarkan.",
  openUntil: (until: string) =>
    `NIP terbuka sampai ${until}: siapa pun yang memeriksa kartu membaca NIP lengkap.`,
  open: "Buka NIP satu jam",
  close: "Samarkan lagi sekarang",
  opened: "Anda diberi tahu lewat surel.",
  failures: {
    "no-qr": "Kartu Anda baru saja berakhir atau fotonya dicabut. Muat ulang halaman ini.",
    "too-many-attempts": "Batas untuk hari ini tercapai: sepuluh kali. Coba lagi besok.",
  },
};

export type OwnNipText = typeof id;
