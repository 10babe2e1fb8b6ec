/** Of freezing the own account, on the page «Akun». */
export const id = {
  title: "Bekukan akun",
  when: "Ponsel hilang atau dicuri, atau kata sandi Anda mungkin diketahui orang lain? Bekukan akun agar tidak ada yang dapat masuk.",
  open: "Bekukan akun saya",
  question: "Bekukan akun Anda sekarang?",
  effect:
    "Semua perangkat langsung dikeluarkan, juga perangkat ini. Setelah itu tidak ada yang dapat masuk, termasuk Anda.",
  wayBack:
    "Anda tidak dapat membukanya sendiri: datang ke BKPSDM instansi Anda dengan kartu identitas, lalu petugas mengajukan pembukaannya dan penyetuju memutuskan.",
  confirm: "Ya, bekukan",
};

export type FreezeText = typeof id;
