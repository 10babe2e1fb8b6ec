/** What a day is for somebody. Pure: the pages name them. */

/** Reasons that others have decided: leave by its kinds, sickness, permission, duty away. */
export const absenceKinds = [
  "cuti",
  "sakit",
  "izin",
  "dinas-luar",
  "tugas-belajar",
  "fleksibel",
] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** Away, and at work: the hours of the day count as worked. */
export const duties: ReadonlySet<AbsenceKind> = new Set([
  "dinas-luar",
  "tugas-belajar",
  "fleksibel",
]);

export const statuses = [
  "hadir",
  "libur",
  ...absenceKinds,
  /** Nothing is known of the day: absent without a valid reason, until somebody gives one. */
  "alpa",
  /** Not over. */
  "berjalan",
] as const;
export type Status = (typeof statuses)[number];
