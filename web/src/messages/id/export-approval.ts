/** What a penyetuju reads of a list of people that somebody wants to take out. */
export const id = {
  subject: (people: number) => `Ekspor daftar ${people} pegawai`,
  question: (subject: string) => `Setujui «${subject}»?`,
  effect:
    "Pengaju dapat menyiapkan berkasnya satu kali, lalu mengunduhnya selama 24 jam. Berkas yang sudah diunduh tidak dapat ditarik kembali.",
  people: "Jumlah saat diajukan",
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
  units: "Unit kerja",
  allUnits: "seluruh instansi",
  file: "Berkas",
  formats: { csv: "CSV", xlsx: "Excel (.xlsx)" },
};

export type ExportApproval = typeof id;
