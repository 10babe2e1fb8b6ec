/** What an officer reads of one import: what was found, what is asked for, how far it is. */
export const id = {
  toList: "Ke semua impor",
  notices: {
    uploading:
      "Berkasnya belum sampai. Bila tidak sedang dikirim di tab lain, pilih lagi berkasnya di halaman impor.",
    judging: "Berkas sedang diperiksa ulang dan dibandingkan dengan data yang ada.",
    refused: "Tidak ada yang dibaca dari berkas ini, dan tidak ada yang berubah.",
    judged: "Belum ada yang ditulis. Periksa perbedaannya, lalu ajukan.",
    nothingNew:
      "Semua orang yang dapat diterima sudah ada dengan data yang sama. Tidak ada yang perlu diterapkan.",
    tooOld: "Berkas ini tidak dapat diajukan lagi. Unggah lagi berkasnya.",
    waiting: "Menunggu keputusan penyetuju lain di instansi Anda. Belum ada yang ditulis.",
    until: (time: string) => `Dapat diputuskan sampai ${time}.`,
    ended:
      "Pengajuan ini ditolak, ditarik kembali, atau lewat waktunya. Tidak ada yang ditulis. Berkas dapat diajukan lagi.",
    stops: {
      asked: (time: string, by?: string) =>
        by ? `Dihentikan oleh ${by} pada ${time}.` : `Dihentikan seorang petugas pada ${time}.`,
      missing: (time: string) =>
        `Berhenti sendiri pada ${time}: hasil pemeriksaan berkas ini tidak ada lagi, atau bukan yang disetujui.`,
      "given-up": (time: string) =>
        `Berhenti sendiri pada ${time}: penerapan tidak maju selama sehari. Operator sudah diberi tahu.`,
    },
    stopped:
      "Yang sudah diterapkan tetap; sisanya tidak ditulis. Unggah lagi berkas yang sama untuk melanjutkan.",
    notMailed: "Belum ada surel yang dikirim kepada pegawai baru.",
    done: (people: string) => `Selesai: ${people} orang diterapkan.`,
    doneWithRefused: (people: string, refused: string) =>
      `Selesai: ${people} orang diterapkan, ${refused} orang tidak; sebabnya ada di bawah.`,
  },
  toApprovals: "Buka halaman persetujuan",
  counts: {
    new: "Baru",
    changed: "Berubah",
    unchanged: "Sudah sama",
    gone: "Tidak ada di berkas",
    rowsWithErrors: "Baris dengan kesalahan",
    warnings: "Peringatan",
  },
  toReminders: "Ingatkan yang belum aktivasi",
  applied: (done: string, total: string) => `${done} dari ${total} orang sudah diterapkan.`,
  progress: "Penerapan",
  difference: "Perbedaan dengan data yang ada",
  parts: {
    new: "Baru",
    changed: "Berubah",
    gone: "Tidak ada di berkas",
  },
  onePart: (part: string, count: string) => `${part} (${count})`,
  partHints: {
    new: "Orang yang belum terdaftar. Akunnya ikut dibuat, dan mereka mengaktifkannya sendiri.",
    changed:
      "Orang yang sudah terdaftar dan datanya berbeda. Sel kosong di berkas tidak menghapus apa pun.",
    gone: "Pegawai aktif yang NIP-nya tidak ada di berkas, urut unit kerja lalu nama. Impor tidak mengubah mereka; buka datanya dan periksa satu per satu.",
  },
  emptyPart: "Tidak ada.",
  people: { name: "Nama", nip: "NIP", row: "Baris", changes: "Isian" },
  toProblems: (n: string) => `Lihat yang tidak diterima atau perlu dilihat (${n})`,
  judgedProblems: "Yang tidak diterima atau perlu dilihat",
  appliedProblems: "Yang tidak diterapkan",
  fileInTheMaking: "Berkas kembali dengan kolom MASALAH sedang dibuat.",
  file: "Unduh berkas ini dengan kolom MASALAH",
  ask: "Ajukan untuk diterapkan",
  askHint: "Orang kedua menyetujui seluruh berkas satu kali. Data berubah sesudah itu.",
  mode: "Yang diterapkan",
  modes: {
    all: "Semua atau tidak sama sekali",
    "good-rows": "Hanya baris yang baik",
  },
  allBlocked: (rows: string) =>
    `Belum dapat dipilih: ${rows} baris masih salah. Perbaiki berkasnya, lalu unggah lagi.`,
  goodRowsHint: (rows: string) => `${rows} baris yang salah ditinggalkan, dan dapat diimpor nanti.`,
  reasonHint: "Misalnya «Data awal dari SIASN, 1 Desember 2026»",
  stop: "Hentikan…",
  stopTitle: "Hentikan penerapan?",
  stopEffect: "Orang yang sudah diterapkan tetap diterapkan. Sisanya tidak ditulis.",
  stopNow: "Hentikan",
};

export type ImportDetail = typeof id;
