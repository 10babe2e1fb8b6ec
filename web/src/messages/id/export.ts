export const id = {
  lead: "Pegawai yang ditemukan saringan daftar, atau satu daftar akun, dalam satu berkas. Sampai 500 orang langsung; lebih dari itu disetujui penyetuju dulu.",
  filter: "Yang diekspor",
  search: "Pencarian",
  everyone: "semua nama",
  status: "Status kepegawaian",
  anyStatus: "semua status",
  list: "Daftar akun",
  campaign: "Pemutakhiran",
  statuses: {
    active: "Aktif",
    upcoming: "Belum berlaku",
    suspended: "Ditangguhkan",
    ended: "Berakhir",
  },
  change: "Ubah saringan di daftar pegawai",
  changeList: "Pilih daftar akun lain",
  format: "Jenis berkas",
  formats: { xlsx: "Excel (.xlsx)", csv: "CSV (titik koma)" },
  submit: "Siapkan berkas",
  listTitle: "Ekspor terakhir",
  listHint:
    "Hanya ekspor Anda sendiri. Berkasnya memuat data pribadi dan nama Anda: simpan di tempat yang aman, hapus bila tidak diperlukan lagi.",
  none: "Belum ada ekspor.",
  asked: (time: string, format: string) => `Diminta ${time}. ${format}.`,
  waiting: "Permintaan diterima. Pegawainya segera dicari.",
  writing: (people: number) =>
    people === 0 ? "Pegawainya sedang dicari." : `${people} pegawai sudah ditulis.`,
  ready: (people: number) => `${people} pegawai siap diunduh.`,
  failed: "Berkas ini tidak dapat disiapkan.",
  large: (people: number) =>
    `${people} pegawai ditemukan. Lebih dari 500 orang diekspor hanya dengan persetujuan penyetuju.`,
  waitsForAnswer: (people: number) => `${people} pegawai. Menunggu keputusan penyetuju.`,
  refused: "Tidak disetujui. Alasannya ada di «Persetujuan».",
  approved: "Disetujui. Berkasnya dapat disiapkan sekarang.",
  unreadable: (records: number) =>
    `${records} data tidak dapat dibaca, jadi tidak ikut. Pengelola sistem sudah diberi tahu.`,
  until: (time: string) => `Dapat diunduh sampai ${time}.`,
  usableUntil: (time: string) =>
    `Dapat disiapkan sampai ${time}. Sesudah siap, berkasnya dapat diunduh selama 24 jam.`,
  download: "Download",
  prepare: "Siapkan berkasnya",
  ask: "Minta persetujuan…",
  asking: {
    title: "Minta persetujuan ekspor",
    hint: "Penyetuju melihat saringan, jumlah pegawai, dan alasan Anda.",
    reasonHint: "Untuk apa daftar ini, dan siapa yang menerimanya",
    submit: "Minta persetujuan",
    done: "Persetujuan diminta.",
  },
};

export type Export = typeof id;
