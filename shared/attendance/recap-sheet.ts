/** The recap of a month as rows of a file: a row for each person, then one for each unit. */
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Cell } from "#shared/import/table.ts";
import type { Measure } from "./absence-thresholds.ts";
import type { AttendanceTerms } from "./attendance-terms.ts";
import { addedFigures, type Figures, nothing, type Recap } from "./recap.ts";
import type { PersonRecap } from "./recap-month.ts";
import { absenceKinds } from "./statuses.ts";

/** Who stands in a row. */
interface Named {
  readonly nip: string;
  readonly name: string;
}

interface RecapSheet {
  readonly month: string;
  /** Of the month's last day: their grades and letters are its columns. */
  readonly terms: Pick<AttendanceTerms, "codes" | "lateGrades" | "earlyGrades">;
  /** Asked page by page. Whoever has no record any more stands there without a name. */
  readonly namesOf: (ids: readonly EmployeeId[]) => Promise<ReadonlyMap<EmployeeId, Named>>;
}

/** What the regulation calls them. They are shown: nothing follows by itself. */
const measureTexts: Readonly<Record<Measure, string>> = {
  "teguran-lisan": "teguran lisan",
  "teguran-tertulis": "teguran tertulis",
  "pernyataan-tidak-puas": "pernyataan tidak puas secara tertulis",
  "tukin-6-bulan": "pemotongan tunjangan kinerja 25% selama 6 bulan",
  "tukin-9-bulan": "pemotongan tunjangan kinerja 25% selama 9 bulan",
  "tukin-12-bulan": "pemotongan tunjangan kinerja 25% selama 12 bulan",
  "penurunan-jabatan": "penurunan jabatan setingkat lebih rendah selama 12 bulan",
  "pembebasan-jabatan": "pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan",
  pemberhentian: "pemberhentian dengan hormat tidak atas permintaan sendiri",
};

/** The headings, the people as they come, and the sums of units. It keeps the sums alone. */
export async function* recapRows(
  pages: AsyncIterable<readonly PersonRecap[]>,
  { month, terms, namesOf }: RecapSheet,
): AsyncGenerator<readonly Cell[]> {
  yield [`Rekapitulasi presensi ${month}. Memuat data pribadi: simpan di tempat yang aman.`];
  yield headingsOf(terms);
  const units = new Map<string, Figures>();
  for await (const people of pages) {
    const names = await namesOf(people.map(({ person }) => person));
    for (const { person, unitKerja, recap } of people) {
      const { nip, name } = names.get(person) ?? { nip: "", name: "" };
      units.set(unitKerja, addedFigures(units.get(unitKerja) ?? nothing, recap));
      yield [nip, name, unitKerja, ...figuresOf(recap, terms), ...yearOf(recap)];
    }
  }
  for (const [unit, sum] of [...units].sort(([a], [b]) => a.localeCompare(b, "id")))
    yield ["", "JUMLAH", unit, ...figuresOf(sum, terms)];
}

function headingsOf({ codes, lateGrades, earlyGrades }: RecapSheet["terms"]): string[] {
  return [
    ...["NIP", "NAMA", "UNIT KERJA", "HARI KERJA", codes.hadir],
    ...["TERLAMBAT (KALI)", "TERLAMBAT (MENIT)", "PULANG CEPAT (KALI)", "PULANG CEPAT (MENIT)"],
    ...[...lateGrades, ...earlyGrades].map(({ code }) => code),
    ...["HKD", "HKP", ...absenceKinds.map((kind) => codes[kind]), codes.alpa],
    ...["MENIT KERJA", "MENIT WAJIB", "TK TAHUN INI", "TK BERTURUT-TURUT", "AMBANG PP 94/2021"],
  ];
}

function figuresOf(
  { workdays, present, late, early, noIn, noOut, away, absent, worked, due, grades }: Figures,
  { lateGrades, earlyGrades }: RecapSheet["terms"],
): Cell[] {
  return [
    ...[workdays, present, late.count, late.minutes, early.count, early.minutes],
    ...[...lateGrades, ...earlyGrades].map(({ code }) => grades[code] ?? 0),
    ...[noIn, noOut, ...absenceKinds.map((kind) => away[kind]), absent, worked, due],
  ].map(numberCell);
}

function yearOf({ absentInYear, longestRun, reached }: Recap): Cell[] {
  const measure = reached ? `${measureTexts[reached.measure]} (${reached.source})` : "";
  return [numberCell(absentInYear), numberCell(longestRun), measure];
}

const numberCell = (number: number): Cell => ({ number: String(number) });
