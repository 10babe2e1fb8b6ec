/**
 * The demo's calendars. Days of 2026 are those of the joint decree (SKB) of three ministers; all others are invented and say so, and
 * so does every fast: its first day is settled only when the moon is looked for (sidang isbat).
 */
import type { NationalCalendar } from "#shared/workday/holiday.ts";
import type { AgencyCalendar } from "#shared/workday/work-pattern.ts";

const invented = "Data contoh, bukan keputusan";
const decree2026 = "SKB Menag, Menaker, MenPANRB 1497/2025, 2/2025, 5/2025";

type Line = readonly [day: string, name: string];

/** Holidays whose day of the year is always the same. */
const everyYear: readonly Line[] = [
  ["01-01", "Tahun Baru Masehi"],
  ["05-01", "Hari Buruh Internasional"],
  ["06-01", "Hari Lahir Pancasila"],
  ["08-17", "Proklamasi Kemerdekaan"],
  ["12-25", "Kelahiran Yesus Kristus"],
];

interface MovingDays {
  readonly source: string;
  readonly national: readonly Line[];
  readonly shared: readonly Line[];
  readonly ramadan: readonly (readonly [from: string, until: string])[];
}

const moving: Readonly<Record<number, MovingDays>> = {
  2026: {
    source: decree2026,
    national: [
      ["01-16", "Isra Mikraj Nabi Muhammad S.A.W."],
      ["02-17", "Tahun Baru Imlek 2577 Kongzili"],
      ["03-19", "Hari Suci Nyepi (Tahun Baru Saka 1948)"],
      ["03-21", "Idulfitri 1447 Hijriah"],
      ["03-22", "Idulfitri 1447 Hijriah"],
      ["04-03", "Wafat Yesus Kristus"],
      ["04-05", "Kebangkitan Yesus Kristus (Paskah)"],
      ["05-14", "Kenaikan Yesus Kristus"],
      ["05-27", "Iduladha 1447 Hijriah"],
      ["05-31", "Hari Raya Waisak 2570 BE"],
      ["06-16", "1 Muharam Tahun Baru Islam 1448 Hijriah"],
      ["08-25", "Maulid Nabi Muhammad S.A.W."],
    ],
    shared: [
      ["02-16", "Tahun Baru Imlek 2577 Kongzili"],
      ["03-18", "Hari Suci Nyepi (Tahun Baru Saka 1948)"],
      ["03-20", "Idulfitri 1447 Hijriah"],
      ["03-23", "Idulfitri 1447 Hijriah"],
      ["03-24", "Idulfitri 1447 Hijriah"],
      ["05-15", "Kenaikan Yesus Kristus"],
      ["05-28", "Iduladha 1447 Hijriah"],
      ["12-24", "Kelahiran Yesus Kristus"],
    ],
    ramadan: [["02-19", "03-20"]],
  },
  2027: {
    source: invented,
    national: [
      ["02-06", "Tahun Baru Imlek 2578 Kongzili"],
      ["03-10", "Idulfitri 1448 Hijriah"],
      ["03-11", "Idulfitri 1448 Hijriah"],
      ["03-26", "Wafat Yesus Kristus"],
      ["05-06", "Kenaikan Yesus Kristus"],
      ["05-17", "Iduladha 1448 Hijriah"],
      ["05-20", "Hari Raya Waisak 2571 BE"],
    ],
    shared: [
      ["03-09", "Idulfitri 1448 Hijriah"],
      ["03-12", "Idulfitri 1448 Hijriah"],
      ["12-24", "Kelahiran Yesus Kristus"],
    ],
    ramadan: [["02-08", "03-09"]],
  },
};

/** The days of a year for the whole country, as the demo has them. */
export function demoYear(year: number): NationalCalendar {
  const { source, national, shared, ramadan }: MovingDays = moving[year] ?? {
    source: invented,
    national: [],
    shared: [],
    ramadan: [],
  };
  const as =
    (kind: "libur-nasional" | "cuti-bersama") =>
    ([day, name]: Line) => ({ day: `${year}-${day}`, name, kind, source });
  const holidays = [
    ...[...everyYear, ...national].map(as("libur-nasional")),
    ...shared.map(as("cuti-bersama")),
  ];
  return {
    ...{ year, revision: 1 },
    holidays: holidays.sort((a, b) => (a.day < b.day ? -1 : 1)),
    ramadan: ramadan.map(([from, until]) => ({
      ...{ from: `${year}-${from}`, until: `${year}-${until}` },
      source: invented,
    })),
  };
}

/** One agency with a day of its own each year, and a unit that works on Saturdays too. */
export function demoAgencyCalendar(years: readonly number[]): AgencyCalendar {
  return {
    ...{ instansiId: "ins_contoh", revision: 1 },
    holidays: years.map((year) => ({
      ...{ day: `${year}-06-09`, name: "Hari Jadi Kabupaten Contoh", kind: "libur-daerah" },
      source: invented,
    })),
    patterns: [
      {
        unitKerja: "RSUD Contoh Sehat, Instalasi Gawat Darurat",
        from: `${years[0] ?? 2026}-01-01`,
        daysPerWeek: 6,
        source: invented,
      },
    ],
  };
}
