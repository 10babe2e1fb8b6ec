/** What was read of the numbers (services.md 4), with the source of each and the day from which it is valid. */
import type { EmployeeKind } from "#shared/employee/nip.ts";
import type { TrainingTerm } from "./training-terms.ts";

const pppk: readonly EmployeeKind[] = ["PPPK", "PPPK-PW"];
const all: readonly EmployeeKind[] = ["PNS", ...pppk];

type Law = Omit<TrainingTerm, "term" | "value">;
type Value = readonly [TrainingTerm["term"], TrainingTerm["value"]];

const pp11 = { for: all, from: "2017-04-07" } as const;
/** Nothing was read that says it: offices set it. */
const setting = (source: string): Law => ({ ...pp11, source, certainty: "reading" });

const book: readonly (readonly [Law, ...Value[]])[] = [
  [
    { ...pp11, for: ["PNS"], source: "PP 11/2017, article 203", certainty: "text" },
    ["yearlyJp", 20],
  ],
  [
    { ...setting("UU 20/2023, article 49: every ASN; the figure is that of a PNS"), for: pppk },
    ["yearlyJp", 20],
  ],
  [{ ...setting("Nothing limits a PNS"), for: ["PNS"] }, ["mostJp", 0]],
  [
    {
      for: pppk,
      from: "2020-01-01",
      source: "Peraturan LAN 15/2020, by its usual summary; not read",
      certainty: "reading",
    },
    ["mostJp", 24],
  ],
  [
    { ...pp11, source: "Peraturan LAN 5/2018 and 10/2018, in an account", certainty: "account" },
    ["jpMinutes", 45],
  ],
  [
    { ...pp11, source: "Organisers ask for 80 to 100 percent", certainty: "practice" },
    ["attendancePercent", 80],
  ],
  [setting("Not said: two days, so that a weekend day costs nobody the seat"), ["offerHours", 48]],
  [setting("Not said: three days, as a superior answers a leave"), ["consentHours", 72]],
  [
    setting("CLTN and tugas belajar are excluded; of a part of the year nothing is said"),
    ["exemptWhen", "any-day"],
  ],
  [setting("Annex of Peraturan LAN 10/2018, not read: each agency's own"), ["activityJp", []]],
];

export const trainingTermBook: readonly TrainingTerm[] = book.flatMap(([law, ...values]) =>
  values.map(([term, value]) => ({ ...law, term, value })),
);
