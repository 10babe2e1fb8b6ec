import type { AttendanceWords } from "../id/attendance-words.ts";

export const en: AttendanceWords = {
  came: "Arrival",
  went: "Departure",
  open: "Open the attendance of that month",
  outdated: "Its month is locked: unlock it first, or refuse with a reason.",
  absences: {
    cuti: "Leave",
    sakit: "Sick",
    izin: "Permission",
    "dinas-luar": "Duty travel",
    "tugas-belajar": "Study assignment",
    fleksibel: "Flexible work (FWA)",
  },
};
