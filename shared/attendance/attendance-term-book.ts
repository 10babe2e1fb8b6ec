/** What counts where an agency has said nothing: what was seen in offices' software, and our own reading (services.md 2.2). */
import type { AttendanceTerm } from "./attendance-terms.ts";

type Law = Omit<AttendanceTerm, "term" | "value">;
type Value = readonly [AttendanceTerm["term"], AttendanceTerm["value"]];

/** Since before the first calendar of this product. */
const from = "2020-01-01";
const practice: Law = { from, source: "Recaps of offices' software", certainty: "practice" };
const reading = (source: string): Law => ({ from, source, certainty: "reading" });

const book: readonly (readonly [Law, ...Value[]])[] = [
  [
    practice,
    [
      "lateGrades",
      [
        { code: "TL1", from: 1 },
        { code: "TL2", from: 31 },
        { code: "TL3", from: 61 },
      ],
    ],
    [
      "earlyGrades",
      [
        { code: "PSW1", from: 1 },
        { code: "PSW2", from: 31 },
        { code: "PSW3", from: 61 },
        { code: "PSW4", from: 91 },
      ],
    ],
    [
      "codes",
      {
        hadir: "H",
        libur: "L",
        cuti: "C",
        sakit: "S",
        izin: "I",
        "dinas-luar": "DL",
        "tugas-belajar": "TB",
        fleksibel: "FWA",
        alpa: "TK",
        berjalan: "-",
      },
    ],
  ],
  [reading("Perpres 21/2023 knows no tolerance"), ["graceMinutes", 0]],
  [reading("A finger that was not taken is laid on again"), ["doubleMinutes", 15]],
  [
    reading("Between two usual days the night lies wholly with one of them"),
    ["opensMinutes", 240],
    ["closesMinutes", 480],
  ],
  [
    reading("One reading proves presence; that the other lacks is counted apart"),
    ["oneReadingIs", "hadir"],
  ],
  [reading("Offices let people ask within days"), ["correctionDays", 5]],
];

export const attendanceTermBook: readonly AttendanceTerm[] = book.flatMap(([law, ...values]) =>
  values.map(([term, value]) => ({ ...law, term, value })),
);
