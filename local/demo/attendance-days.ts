/** Whom the demo's machines know, and what they tell of each day: the same for the same person and day, however often it is made. */
import { createHash } from "node:crypto";
import type { CorrectionAct } from "#shared/attendance/change-months.ts";
import type { Machine } from "#shared/attendance/machine.ts";
import type { Expected, Schedule } from "#shared/attendance/schedule.ts";
import type { AbsenceKind } from "#shared/attendance/statuses.ts";
import { daysAfter } from "#shared/employee/retirement.ts";

const ward = "RSUD Contoh Sehat, Instalasi Gawat Darurat";
const source = "Data contoh";

interface Door {
  readonly machine: Omit<Machine, "zone">;
  /** Whose people come in here. */
  readonly units: readonly string[];
  /** It knows them by numbers of its own. */
  readonly hasPins: boolean;
  /** So many minutes slow is its clock. */
  readonly slow: number;
}

/** @param first day of the first month, in whose beginning one of the clocks was put right */
export function demoDoors(first: string): readonly Door[] {
  const wrong = { from: `${first}T00:00:00`, minutes: 6 };
  return [
    {
      machine: { id: "balai-kota", name: "Balai kota, lobi", clocks: [] },
      units: [
        "Dinas Komunikasi dan Informatika",
        "Badan Kepegawaian dan Pengembangan SDM",
        "Inspektorat",
      ],
      ...{ hasPins: true, slow: 0 },
    },
    {
      machine: { id: "pertanian", name: "Dinas Pertanian, pintu depan", clocks: [wrong] },
      units: [
        "Dinas Pertanian",
        "Kecamatan Contoh Barat",
        "Kelurahan Contoh",
        "SD Negeri 1 Contoh",
      ],
      ...{ hasPins: false, slow: wrong.minutes },
    },
    {
      machine: { id: "igd", name: "RSUD, gerbang IGD", clocks: [] },
      units: [ward, "UPTD Puskesmas Contoh Hulu"],
      ...{ hasPins: false, slow: 0 },
    },
  ];
}

/** Mornings, evenings, nights and two days off, over holidays. */
export function demoSchedules(first: string): readonly Schedule[] {
  const shift = (start: string, end: string) => ({ start, end, breakMinutes: 30 });
  const [early, late, night] = [
    shift("07:00", "14:30"),
    shift("14:00", "21:30"),
    shift("21:00", "07:30"),
  ];
  const cycle = [early, early, late, late, night, null, null];
  return [{ unitKerja: ward, from: first, cycle, overHolidays: true, source }];
}

/** What somebody did on a day, out of so many. */
const chances = 36;

/**
 * When the machine read somebody who is expected, in minutes as `minuteOf` has them: some are late, leave early, forget the one or the other,
 * lay the finger on twice, or do not come.
 */
export function passesOn(person: string, { day, start, end = start + 480 }: Expected) {
  const dice = createHash("sha256").update(`${person} ${day}`).digest();
  const [kind = 0, before = 0, after = 0] = dice;
  const [came, went] = [start - (before % 20), end + (after % 45)];
  switch (kind % chances) {
    case 0:
      return [start + 12 + (before % 15), went];
    case 1:
      return [start + 48, went];
    case 2:
      return [start + 70 + before, went];
    case 3:
      return [came, end - 25 - (after % 80)];
    case 4:
      return [came];
    case 5:
      return [went];
    case 6:
      return [];
    case 7:
      return [came, came + 4, went];
    default:
      return [came, went];
  }
}

interface DemoCorrection {
  /** Of the people, from 0; and of the working days of each. */
  readonly who: number;
  readonly on: number;
  readonly reason: string;
  readonly absence?: AbsenceKind;
  readonly in?: string;
}

/** Somebody of each reason to be away, and somebody whom no machine could read. */
export const demoCorrections: readonly DemoCorrection[] = [
  { who: 0, on: 3, absence: "dinas-luar", reason: "Surat tugas ST-001/2026, data contoh" },
  { who: 1, on: 4, absence: "sakit", reason: "Surat keterangan dokter, data contoh" },
  { who: 2, on: 5, absence: "izin", reason: "Izin atasan langsung, data contoh" },
  { who: 3, on: 6, absence: "tugas-belajar", reason: "SK tugas belajar, data contoh" },
  { who: 4, on: 7, absence: "fleksibel", reason: "Jadwal kerja fleksibel unit, data contoh" },
  { who: 5, on: 8, absence: "cuti", reason: "Cuti sebelum aplikasi ini, data contoh" },
  { who: 6, on: 9, in: "07:30", reason: "Mesin mati pada pagi hari, data contoh" },
];

export const actOf = (
  { absence, in: came }: DemoCorrection,
  day: string,
): Extract<CorrectionAct, { readonly act: "correct" }> => ({
  ...{ act: "correct", day },
  ...(absence && { absence }),
  ...(came !== undefined && { in: came }),
});

export function daysFrom(from: string, until: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = daysAfter(day, 1)) days.push(day);
  return days;
}
