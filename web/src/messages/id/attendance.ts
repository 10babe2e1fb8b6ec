import type { Measure } from "#shared/attendance/absence-thresholds.ts";
import type { Status } from "#shared/attendance/statuses.ts";
import type { RefusalCode } from "#shared/runtime/codes.ts";
import { id as words } from "./attendance-words.ts";

/** «Presensi»: the month of a unit and of a person. */
export const id = {
  lead: "Rekap bulanan dihitung dari catatan mesin, jadwal, kalender kerja, cuti, dan koreksi setiap kali dibuka. Catatan mesin tidak pernah diubah.",
  parts: { rekap: "Rekap unit", mesin: "Mesin dan impor", jadwal: "Jadwal dan ketentuan" },
  partsLabel: "Bagian presensi",
  unit: "Unit kerja",
  month: "Bulan",
  show: "Tampilkan",
  recapOf: (unit: string, month: string) => `Rekap ${unit}, ${month}`,
  nobody: "Belum ada pegawai di unit ini.",
  name: "Nama",
  workdays: "Hari kerja",
  present: "Hadir",
  late: "Terlambat",
  early: "Pulang cepat",
  lacking: "Tanpa masuk / tanpa pulang",
  away: "Cuti, dinas, izin",
  absent: "Tanpa keterangan",
  inYear: (days: number) => `${days} tahun ini`,
  times: (count: number, minutes: number) => (count === 0 ? "0" : `${count}× (${minutes} mnt)`),
  worked: "Jam kerja",
  hours: (hours: number, minutes: number) => `${hours} jam ${minutes} mnt`,
  people: "Pegawai",
  overThreshold: "Melewati ambang",
  ofAll: (some: number | string, all: number | string) => `${some} dari ${all}`,
  threshold: "Ambang PP 94/2021",
  reached: (measure: string, source: string) => `${measure} (${source})`,
  thresholdNote:
    "Ambang hanya ditampilkan kepada atasan dan petugas. Tidak ada hukuman yang berjalan sendiri: yang bersangkutan dipanggil dan diperiksa lebih dulu.",
  measures: {
    "teguran-lisan": "teguran lisan",
    "teguran-tertulis": "teguran tertulis",
    "pernyataan-tidak-puas": "pernyataan tidak puas secara tertulis",
    "tukin-6-bulan": "pemotongan tunjangan kinerja 25% selama 6 bulan",
    "tukin-9-bulan": "pemotongan tunjangan kinerja 25% selama 9 bulan",
    "tukin-12-bulan": "pemotongan tunjangan kinerja 25% selama 12 bulan",
    "penurunan-jabatan": "penurunan jabatan setingkat lebih rendah selama 12 bulan",
    "pembebasan-jabatan": "pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan",
    pemberhentian: "pemberhentian dengan hormat tidak atas permintaan sendiri",
  } satisfies Record<Measure, string>,
  state: "Keadaan",
  locked: "Terkunci",
  open: "Terbuka",
  lateLeave:
    "Cuti disetujui setelah bulan dikunci dan belum terhitung. Buka kunci bulan ini untuk menghitungnya.",
  lock: "Kunci bulan unit ini",
  lockHint:
    "Setelah dikunci tidak ada yang berubah lagi. Membuka kunci meminta alasan dan tercatat di riwayat.",
  locking: "Mengunci…",
  lockDone: (closed: number) => `${closed} bulan pegawai terkunci.`,
  notOver: (count: number) =>
    `${count} belum dapat dikunci: bulan baru dapat dikunci dua hari setelah hari terakhirnya.`,
  beforeOpen: (count: number) =>
    `${count} belum dapat dikunci: bulan sebelumnya masih terbuka. Kunci bulan itu lebih dulu.`,
  ownOpen:
    "Bulan Anda sendiri tetap terbuka: tidak ada yang mengunci presensinya sendiri. Petugas lain yang menguncinya.",
  csv: "Unduh CSV",
  xlsx: "Unduh Excel",
  back: "Kembali ke rekap",
  days: "Hari demi hari",
  schedule: "Jadwal",
  came: words.came,
  went: words.went,
  status: "Status",
  readings: "Catatan mesin",
  noReadings: "tidak ada",
  byCorrection: "koreksi",
  statuses: {
    hadir: "Hadir",
    libur: "Libur",
    ...words.absences,
    alpa: "Tanpa keterangan",
    berjalan: "Belum selesai",
  } satisfies Record<Status, string>,
  lacks: { in: "tanpa catatan masuk", out: "tanpa catatan pulang" },
  lateBy: (minutes: number, grade: string) => `terlambat ${minutes} menit (${grade})`,
  earlyBy: (minutes: number, grade: string) => `pulang cepat ${minutes} menit (${grade})`,
  corrections: "Koreksi",
  noCorrections: "Belum ada koreksi.",
  withdrawn: "Dibatalkan",
  correct: "Tambah koreksi",
  correctLead:
    "Koreksi berdiri di samping catatan mesin, yang tetap seperti adanya. Isi jam masuk, jam pulang, atau alasan tidak hadir.",
  correctDay: "Tanggal",
  in: "Jam masuk",
  out: "Jam pulang",
  clockHint: "Misalnya 07:30. Kosongkan bila tidak dikoreksi.",
  absence: "Alasan tidak di kantor",
  noAbsence: "Tidak ada",
  reason: "Alasan",
  reasonHint: "Misalnya nomor surat tugas. Tercatat di riwayat.",
  save: "Simpan koreksi",
  saved: "Koreksi disimpan.",
  withdraw: "Batalkan koreksi",
  unlock: "Buka kunci bulan ini",
  unlocked: "Kunci bulan ini dibuka.",
  ownLead:
    "Catatan mesin dan arti setiap hari bagi Anda. Bila ada yang salah, ajukan koreksi: yang disetujui petugas dicatat di samping catatan mesin.",
  notKept: "Instansi Anda belum mencatat presensi di aplikasi ini.",
  ask: "Ajukan koreksi",
  askHint:
    "Catatan mesin tetap seperti adanya; yang disetujui petugas berdiri di sampingnya. Tanda * wajib diisi.",
  askReasonHint: "Misalnya nomor surat tugas. Surat dapat dilampirkan pada langkah berikutnya.",
  askedTooLate: ({ limit }: Readonly<Record<string, string | number>>) =>
    `paling lambat ${limit} hari sesudah harinya. Sampaikan kepada petugas kepegawaian.`,
  showCode: "Tampilkan Kode hadir",
  elsewhere: "Kode hadir yang sama dibaca lebih dulu di gerbang lain, jadi tidak dihitung",
  twoGates: (days: number) =>
    `Kode hadir dibaca dua gerbang: ${days} hari. Buka bulan pegawai ini untuk memeriksanya.`,
  before: "Bulan sebelumnya",
  after: "Bulan berikutnya",
  nothingCorrected: "isi jam masuk, jam pulang, atau alasan tidak di kantor.",
  wrongClock: "jam ditulis seperti 07:30.",
  failures: {
    "attendance-changed":
      "Baru saja diubah orang lain. Yang terbaru sudah dimuat dan isian Anda masih ada: periksa, lalu simpan sekali lagi.",
    "month-closed": "Bulan ini sudah dikunci. Buka kuncinya dengan alasan sebelum mengubahnya.",
    "next-month-closed":
      "Bulan berikutnya sudah dikunci dan memakai hitungan bulan ini. Buka kunci bulan berikutnya lebih dulu.",
    "own-record": "Ini presensi Anda sendiri. Petugas lain yang mengubahnya.",
  } satisfies Partial<Record<RefusalCode, string>>,
};

export type AttendanceText = typeof id;
