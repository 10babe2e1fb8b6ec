/**
 * What the law attaches to absence without a valid reason (services.md 2.3). It is shown to the superior and the personnel officer, and nothing
 * follows by itself: who punishes are people, after hearing somebody.
 */

export const measures = [
  "teguran-lisan",
  "teguran-tertulis",
  "pernyataan-tidak-puas",
  "tukin-6-bulan",
  "tukin-9-bulan",
  "tukin-12-bulan",
  "penurunan-jabatan",
  "pembebasan-jabatan",
  "pemberhentian",
] as const;
export type Measure = (typeof measures)[number];

interface Threshold {
  /** Working days: in all of a calendar year, or in a row. */
  readonly days: number;
  readonly measure: Measure;
}

interface ThresholdTable {
  readonly from: string;
  readonly until?: string;
  readonly source: string;
  /** Kinds of the record that it binds. A PPPK's are in the contract and the agency's rules. */
  readonly kinds: readonly string[];
  readonly inYear: readonly Threshold[];
  readonly inRow: readonly Threshold[];
}

const tables: readonly ThresholdTable[] = [
  {
    // The day of its promulgation (article 45). What PP 53/2010 said before is not shown: this product has no attendance of then.
    from: "2021-08-31",
    source: "PP 94/2021 pasal 9–11",
    kinds: ["PNS"],
    inYear: [
      { days: 3, measure: "teguran-lisan" },
      { days: 4, measure: "teguran-tertulis" },
      { days: 7, measure: "pernyataan-tidak-puas" },
      { days: 11, measure: "tukin-6-bulan" },
      { days: 14, measure: "tukin-9-bulan" },
      { days: 17, measure: "tukin-12-bulan" },
      { days: 21, measure: "penurunan-jabatan" },
      { days: 25, measure: "pembebasan-jabatan" },
      { days: 28, measure: "pemberhentian" },
    ],
    inRow: [{ days: 10, measure: "pemberhentian" }],
  },
];

export interface Reached {
  readonly measure: Measure;
  readonly source: string;
  /** The days that it begins with, and how they are counted. */
  readonly days: number;
  readonly counted: "in-year" | "in-row";
}

/** The gravest threshold that somebody has reached by a day. */
export function thresholdReached(
  { absentInYear, longestRun }: { readonly absentInYear: number; readonly longestRun: number },
  { day, kind }: { readonly day: string; readonly kind: string },
): Reached | undefined {
  const table = tables.find(
    ({ from, until = "9999", kinds }) => from <= day && day <= until && kinds.includes(kind),
  );
  if (!table) return undefined;
  const { source } = table;
  const inYear = table.inYear.findLast(({ days }) => days <= absentInYear);
  const inRow = table.inRow.findLast(({ days }) => days <= longestRun);
  const gravity = (found: Threshold | undefined) => (found ? measures.indexOf(found.measure) : -1);
  if (inRow && gravity(inRow) >= gravity(inYear)) return { ...inRow, source, counted: "in-row" };
  return inYear && { ...inYear, source, counted: "in-year" };
}
