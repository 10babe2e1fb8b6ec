/** The last card, on the page that stands for the card's page without the network. */
export const id = {
  title: "Kartu tanpa jaringan",
  asOf: (time: string) => `Kartu terakhir di perangkat ini. Data per ${time}.`,
  lead: "Tanpa jaringan kartu ini tidak dapat diperbarui. Apakah masih berlaku, diketahui dengan memindai kodenya, bukan dari gambar ini.",
  none: "Tidak ada kartu yang tersimpan di perangkat ini.",
  noneText:
    "Kartu disimpan saat terakhir dilihat dengan jaringan, paling lama 30 hari, dan dihapus saat Anda keluar.",
  again: "Coba lagi dengan jaringan",
  needsNetwork: "Alamat ini perlu jaringan. Sambungkan perangkat, lalu tekan lagi.",
  online: "Jaringan sudah ada.",
  close: "Tutup",
  facts: "Isi kartu",
};

export type CardOffline = typeof id;
