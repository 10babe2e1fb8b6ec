/** «Data saya»: what is held, what is wrong in it, and a copy of all (UU 27/2022). */
export const id = {
  lead: "Menurut UU 27/2022 Anda berhak melihat data Anda, meminta perbaikannya, dan mendapat salinannya.",
  back: "Kembali ke Akun",
  record: "Data kepegawaian Anda",
  none: "–",
  report: {
    title: "Ada data yang salah?",
    hint: "Instansi Anda memperbaikinya atau menjelaskan alasannya paling lambat 3×24 jam sejak laporan, termasuk malam dan hari libur (pasal 30). Surel dan nomor telepon Anda ganti sendiri di «Akun».",
    begin: "Laporkan data yang salah",
  },
  copy: {
    title: "Salinan semua data Anda",
    hint: "Satu berkas yang dapat dibuka di peramban mana pun dan dibaca program: data, riwayat perubahan, siapa saja yang membuka data Anda, akun, perangkat, pemberitahuan. Petugas tidak disebut namanya. Simpan di tempat yang aman.",
    open: "Minta salinan",
    privacy: "Apa yang disimpan, siapa yang melihat, berapa lama",
    factors: "Anda perlu kata sandi dan kode autentikator. Anda juga diberi tahu lewat surel.",
    take: "Unduh salinan",
    taken: "Berkas dibuat dan disimpan oleh peramban Anda.",
  },
};

export type OwnData = typeof id;
