import type { AttendanceTerms } from "#shared/attendance/attendance-terms.ts";

/** «Presensi»: when people are expected, and by which numbers days are judged. */
export const id = {
  schedules: "Jadwal kerja",
  usual:
    "Tanpa jadwal di sini berlaku jam kalender kerja (Perpres 21/2023, termasuk Ramadan). Jadwal pegawai mendahului jadwal unit, dan jadwal unit mendahului jadwal instansi.",
  addSchedule: "Tambah jadwal",
  removeSchedule: "Hapus jadwal",
  scheduleLead:
    "Giliran berulang sejak hari pertama: tujuh baris untuk satu minggu, atau sebanyak putaran sifnya.",
  from: "Berlaku sejak",
  fromHint: "Hari giliran pertama",
  termFromHint: "Hari sebelumnya tetap dihitung seperti adanya",
  until: "Hari terakhir",
  untilHint: "Kosongkan bila berlaku seterusnya",
  turns: "Giliran",
  turnsHint:
    "Satu hari satu baris: jam masuk-jam pulang dan menit istirahat, misalnya 07.30-16.00 60. Tulis libur untuk hari tanpa kerja. Pulang sebelum jam masuk berarti hari berikutnya.",
  off: "libur",
  offWords: ["libur", "off"],
  wrongTurns:
    "ada baris yang tidak terbaca, atau tidak ada baris. Tulis seperti 07.30-16.00 60, atau libur.",
  holidays: "Hari libur dan cuti bersama",
  overHolidays: { off: "Libur", on: "Tetap bertugas" },
  onePerson: "Satu pegawai: buka catatannya",
  save: "Simpan",
  saved: "Perubahan disimpan. Rekap yang belum dikunci dihitung ulang saat dibuka.",
  termsTitle: "Ketentuan",
  termsHint: "Berlaku hari ini. Yang belum ditetapkan instansi Anda mengikuti kelaziman.",
  terms: {
    lateGrades: "Tingkat terlambat",
    earlyGrades: "Tingkat pulang cepat",
    graceMinutes: "Toleransi (menit)",
    doubleMinutes: "Catatan ganda berjarak paling banyak (menit)",
    opensMinutes: "Catatan diterima sebelum jam masuk (menit)",
    closesMinutes: "Catatan diterima sesudah jam pulang (menit)",
    oneReadingIs: "Hari dengan satu catatan saja",
    correctionDays: "Koreksi dapat diajukan selama (hari)",
    codes: "Kode keadaan dalam rekap",
  } satisfies Record<keyof AttendanceTerms, string>,
  change: "Ubah",
  changeTerm: "Ubah ketentuan",
  removeTerm: "Hapus ketentuan",
  termLead: "Nilai baru berlaku sejak hari yang Anda tulis. Nilai lama tetap tersimpan.",
  ownTerms: "Ditetapkan instansi Anda",
  numberHint: "Bilangan bulat",
  gradesHint: "Satu tingkat satu baris: kode dan menit pertamanya, misalnya TL1 1.",
  codesHint: "Satu keadaan satu baris: keadaan dan kodenya, misalnya hadir H. Semua harus ada.",
  wrongValue: "tidak terbaca. Tulis seperti contohnya.",
};

export type AttendanceRulesText = typeof id;
