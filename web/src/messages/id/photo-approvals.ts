/** What a penyetuju reads who decides about a photo. */
export const id = {
  revokeFact: "Foto dicabut dari kartu, karena:",
  revokeQuestion: (name: string) => `Cabut foto ${name}?`,
  revokeDone:
    "Kartu tidak berlaku sampai pegawai memakai foto baru. Pegawai diberi tahu alasannya.",
  counterFact: "Foto baru dari loket:",
  counterQuestion: (name: string) => `Pakai foto ini pada kartu ${name}?`,
  counterDone:
    "Kartu digambar ulang dengan foto ini, dan pegawai diberi tahu. Setujui hanya bila Anda yakin ini wajahnya.",
  inForce: "Foto yang dipakai sekarang",
  fresh: "Foto baru dari loket",
  freshCard: "Kartu dengan foto baru",
  noneInForce:
    "Tidak ada foto lama: pegawai ini belum memakai foto, atau fotonya dicabut. Tidak ada wajah untuk dibandingkan.",
  lost: "Foto ini tidak dapat ditampilkan. Muat ulang halaman sebelum memutuskan.",
};

export type PhotoApprovals = typeof id;
