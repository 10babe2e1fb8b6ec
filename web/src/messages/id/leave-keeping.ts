/** How officers keep somebody's annual leave. */
export const id = {
  missing: "Buka data seorang pegawai, lalu «Cuti: sisa, dan pembetulan».",
  record: "Data pegawai",
  calendar: "Kalender cuti unit",
  balance: "Sisa cuti tahunan",
  movements: "Perubahan terbaru",
  none: "Belum ada catatan: dimulai saat cuti pertama diajukan, atau dengan pembetulan di bawah.",
  movement: (kind: string, days: number, source: number) => `${kind}: ${days} hari, hak ${source}`,
  title: "Betulkan sisa cuti",
  hint: "Juga untuk sisa sebelum catatan ini ada. Catatan lama tetap; pegawai diberi tahu, alasannya ada di riwayat. Tanda * wajib diisi.",
  source: "Hak tahun",
  days: "Hari kerja",
  daysHint: "Misalnya 6 untuk menambah, -2 untuk mengurangi.",
  reason: "Alasan",
  reasonHint: "Misalnya nomor kartu cuti. Tidak ada hal pribadi.",
  send: "Betulkan",
  done: "Sisa cuti dibetulkan.",
  own: "Ini data Anda sendiri: rekan petugas yang membetulkannya.",
  problems: {
    "balance-short": "Sisa hak tahun itu kurang dari itu.",
    "number-malformed": "hanya bilangan bulat antara -60 dan 60, misalnya 6 atau -2.",
    "nothing-changed": "0 tidak mengubah apa pun.",
  },
  moved: "Cuti pegawai ini baru saja berubah. Muat ulang halaman, lalu periksa sisanya.",
};

export type LeaveKeeping = typeof id;
