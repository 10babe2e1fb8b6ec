/** How far an agency's name is in its records, and who changed the agency. */
export const id = {
  names: "Nama pada data pegawai",
  never: "Nama instansi belum pernah berganti, jadi tidak ada yang perlu disusulkan.",
  running: (seen: number, total: number | undefined) =>
    total === undefined
      ? "Nama baru mulai ditulis ke data pegawai."
      : `Nama baru sedang ditulis ke data pegawai: ${seen} dari ${total} sudah diperiksa.`,
  done: (n: number) => `Selesai: semua data pegawai sudah diperiksa, ${n} di antaranya diganti.`,
  stopped: (n: number) =>
    `Berhenti sebelum selesai: baru ${n} data pegawai yang diganti. Operator dapat mengulanginya.`,
  refused: (n: number) =>
    `${n} data pegawai tidak dapat dibaca atau diubah, jadi masih memakai nama lama. Pengelola sistem sudah diberi tahu.`,
  repeat: "Masih ada data dengan nama lama?",
  repeatHint:
    "Nama instansi ditulis lagi ke data yang belum memakainya. Data yang sudah benar tidak disentuh.",
  repeatSubmit: "Tulis nama sekali lagi",
  added: "Instansi ditambahkan.",
};

export type AgencyDetail = typeof id;
