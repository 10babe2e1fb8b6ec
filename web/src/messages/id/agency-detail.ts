/** How far an agency's name and zone are in its records, and who changed the agency. */
export const id = {
  names: "Nama dan zona pada data pegawai",
  never: "Nama dan zona instansi belum pernah berganti, jadi tidak ada yang perlu disusulkan.",
  running: (seen: number, total: number | undefined) =>
    total === undefined
      ? "Nama atau zona baru mulai ditulis ke data pegawai."
      : `Nama atau zona baru sedang ditulis ke data pegawai: ${seen} dari ${total} sudah diperiksa.`,
  done: (n: number) => `Selesai: semua data pegawai sudah diperiksa, ${n} di antaranya diganti.`,
  stopped: (n: number) =>
    `Berhenti sebelum selesai: baru ${n} data pegawai yang diganti. Operator dapat mengulanginya.`,
  refused: (n: number) =>
    `${n} data pegawai tidak dapat dibaca atau diubah, jadi masih memakai nama atau zona lama. Pengelola sistem sudah diberi tahu.`,
  repeat: "Masih ada data dengan nama atau zona lama?",
  repeatHint:
    "Nama dan zona instansi ditulis lagi ke data yang belum memakainya. Data yang sudah benar tidak disentuh.",
  repeatSubmit: "Tulis nama dan zona sekali lagi",
  added: "Instansi ditambahkan.",
};

export type AgencyDetail = typeof id;
