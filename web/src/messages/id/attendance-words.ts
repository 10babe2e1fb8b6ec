import type { AbsenceKind } from "#shared/attendance/statuses.ts";

/** What a correction of attendance says, wherever one is told; in no first view. */
export const id = {
  came: "Masuk",
  went: "Pulang",
  open: "Buka presensi bulan itu",
  outdated: "Bulannya sudah dikunci: buka kuncinya dulu, atau tolak dengan alasan.",
  absences: {
    cuti: "Cuti",
    sakit: "Sakit",
    izin: "Izin",
    "dinas-luar": "Dinas luar",
    "tugas-belajar": "Tugas belajar",
    fleksibel: "Kerja fleksibel (FWA)",
  } satisfies Record<AbsenceKind, string>,
};

export type AttendanceWords = typeof id;
