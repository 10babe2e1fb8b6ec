import type { HolidayKind } from "#shared/workday/holiday.ts";

/** "07.30", as times are written here, of "07:30". */
const dotted = (time: string) => time.replace(":", ".");

/** «Kalender kerja»: the days on which whoever reads it works. */
export const id = {
  title: "Kalender kerja",
  locale: "id-ID",
  lead: "Hari kerja, hari libur, dan jam kerja Anda.",
  years: "Tahun",
  unknown: (year: number) =>
    `Hari libur nasional dan cuti bersama ${year} belum dimuat. Jumlah hari kerja masih bisa berubah.`,
  today: "Hari ini",
  working: "hari kerja",
  off: "bukan hari kerja",
  next: "Hari kerja berikutnya:",
  hours: (start: string, end: string, pause: number) =>
    `Pukul ${dotted(start)}–${dotted(end)} waktu setempat, istirahat ${pause} menit.`,
  openHours: (start: string) => `Mulai pukul ${dotted(start)} waktu setempat.`,
  week: (hours: string, source: string) => `${hours} seminggu tanpa istirahat (${source}).`,
  weekLength: (hours: number, minutes: number) => `${hours} jam ${minutes} menit`,
  ramadan: "Jam kerja Ramadan.",
  ownHours: "Instansi Anda dapat menetapkan jam kerja lain.",
  patterns: "Hari kerja seminggu",
  daysPerWeek: { 5: "5 hari, Senin–Jumat", 6: "6 hari, Senin–Sabtu" },
  since: (day: string) => `sejak ${day}`,
  months: (year: number) => `Hari libur dan hari kerja ${year}`,
  workingDays: (count: number) => `${count} hari kerja`,
  none: "Tidak ada hari libur.",
  kinds: {
    "libur-nasional": "Libur nasional",
    "cuti-bersama": "Cuti bersama",
    "libur-daerah": "Libur daerah",
  } satisfies Record<HolidayKind, string>,
  all: (year: number, count: number) => `Sepanjang ${year}: ${count} hari kerja.`,
  sources: "Sumber:",
  download: (year: number) => `Unduh hari libur ${year} (.ics)`,
  failures: {
    "calendar-changed": "Kalender ini baru saja diubah orang lain.",
  },
};

export type WorkCalendarText = typeof id;
