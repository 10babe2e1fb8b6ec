/** What the law says, as far as it was read (services.md 1): the sources of each number, and the day from which it is valid. */
import type { Appointment, LeaveTerm } from "./leave-terms.ts";

const pns: readonly Appointment[] = ["CPNS", "PNS"];
const pppk: readonly Appointment[] = ["PPPK", "PPPK-PW"];

type Law = Omit<LeaveTerm, "term" | "value">;
type Value = readonly [LeaveTerm["term"], LeaveTerm["value"]];

const pp11: Law = { for: pns, from: "2017-04-07", source: "PP 11/2017", certainty: "text" };
const bkn24: Law = {
  for: pns,
  from: "2017-12-22",
  source: "Peraturan BKN 24/2017",
  certainty: "text",
};
const pp17: Law = { for: pns, from: "2020-02-28", source: "PP 17/2020", certainty: "text" };
const pp49: Law = { for: pppk, from: "2018-11-28", source: "PP 49/2018", certainty: "text" };
const bkn7: Law = {
  for: pppk,
  from: "2022-04-14",
  source: "Peraturan BKN 7/2022",
  certainty: "account",
};
/** Nothing was read that says it, or sources differ: offices set it. */
const setting = (law: Law, why: string): Law => ({ ...law, source: why, certainty: "reading" });
const everybody = (law: Law): Law => ({ ...law, for: [...pns, ...pppk] });

const book: readonly (readonly [Law, ...Value[]])[] = [
  [
    { ...pp11, source: "PP 11/2017, articles 311 to 313" },
    ["annualDays", 12],
    ["annualAfterYears", 1],
    ["travelDays", 12],
  ],
  [setting(pp11, "PP 11/2017 knows no leave before the first year"), ["firstYearDays", 0]],
  [
    { ...pp49, source: "PP 49/2018, articles 78 to 80" },
    ["annualDays", 12],
    ["annualAfterYears", 1],
    ["firstYearDays", 6],
    ["travelDays", 6],
  ],
  [
    { ...bkn24, source: "Peraturan BKN 24/2017, III.A 8 to 10" },
    ["carryOver", true],
    ["carryDays", 6],
    ["carryCeiling", 18],
    ["longCarryCeiling", 24],
  ],
  [setting(bkn24, "A PNS has no contract"), ["carryContractYears", 0]],
  [setting(bkn24, "A PNS has no contract"), ["longCarryContractYears", 0]],
  [setting(pp49, "PP 49/2018 is silent: unused days lapse"), ["carryOver", false]],
  [
    setting(bkn7, "Peraturan BKN 7/2022, article 7, in two accounts; some offices let all lapse"),
    ["carryOver", true],
    ["carryDays", 6],
    ["carryCeiling", 18],
    ["longCarryCeiling", 24],
    ["carryContractYears", 2],
    ["longCarryContractYears", 3],
  ],
  [
    setting(everybody(pp11), "Not said: the oldest first is in the person's interest"),
    ["useOrder", "oldest-first"],
  ],
  [
    { ...pp11, source: "PP 11/2017, article 333; usable in its year: an account" },
    ["jointDaysUsableNextYearFrom", "none"],
  ],
  [{ ...pp49, source: "PP 49/2018" }, ["jointDaysUsableNextYearFrom", "none"]],
  [
    setting(bkn7, "Peraturan BKN 7/2022 «beberapa hari terakhir»; which days: our reading"),
    ["jointDaysUsableNextYearFrom", "12-24"],
  ],
  [{ ...pp11, source: "PP 11/2017, article 315" }, ["schoolHolidaysUseLeave", true]],
  [{ ...pp17, source: "PP 17/2020, article 315" }, ["schoolHolidaysUseLeave", false]],
  [{ ...pp49, source: "PP 49/2018, article 81" }, ["schoolHolidaysUseLeave", true]],
  [
    { ...everybody(pp11), certainty: "account" },
    ["besarLength", { months: 3 }],
    ["besarAfterYears", 5],
    ["besarGapYears", 5],
  ],
  [
    setting(everybody(pp11), "«Tahun yang bersangkutan» of a cuti besar over New Year: not said"),
    ["besarReplaces", "year-of-start"],
  ],
  [
    { ...pp11, source: "PP 11/2017, articles 319 to 321" },
    ["sickLength", { years: 1 }],
    ["sickExtension", { months: 6 }],
    ["sickLongDoctor", "government"],
  ],
  [{ ...pp17, source: "PP 17/2020, article 320" }, ["sickLongDoctor", "licensed"]],
  [
    setting(pp11, "«Akumulatif»: so long that a year and six months lie within"),
    ["sickAddsUpMonths", 24],
  ],
  [
    { ...pp49, source: "PP 49/2018, article 83" },
    ["sickLength", { months: 1 }],
    ["sickExtension", {}],
    ["sickLongDoctor", "government"],
  ],
  [setting(pp49, "Nothing says that a PPPK's add up"), ["sickAddsUpMonths", 0]],
  [
    { ...everybody(pp11), source: "PP 11/2017, article 320; PP 49/2018, article 83" },
    ["sickNoticeDays", 1],
    ["sickAnyDoctorDays", 14],
  ],
  [
    { ...everybody(pp11), source: "PP 11/2017, article 321" },
    ["miscarriageLength", { months: 1, days: 15 }],
  ],
  [
    { ...everybody(pp11), source: "PP 11/2017, articles 325 to 327; PP 49/2018" },
    ["births", 3],
    ["birthLength", { months: 3 }],
  ],
  [
    { ...everybody(bkn24), source: "Peraturan BKN 24/2017, III.E" },
    ["importantLength", { months: 1 }],
  ],
  [
    { ...everybody(bkn24), source: "Peraturan BKN 24/2017, III.G" },
    ["cltnLength", { years: 3 }],
    ["cltnExtension", { years: 1 }],
    ["cltnAfterYears", 5],
    ["cltnReportMonths", 1],
  ],
  [
    { ...everybody(bkn24), source: "Offices' pages on CLTN", certainty: "practice" },
    ["cltnReminderMonths", 3],
  ],
  [
    setting(
      everybody(pp11),
      "Not said: who falls ill, gives birth or is called away asks after it",
    ),
    [
      "lateDays",
      { tahunan: 0, besar: 0, sakit: 14, melahirkan: 30, "alasan-penting": 14, cltn: 0 },
    ],
  ],
  [{ ...everybody(pp11), source: "PP 11/2017, article 313" }, ["postponeYears", 1]],
];

export const leaveTermBook: readonly LeaveTerm[] = book.flatMap(([law, ...values]) =>
  values.map(([term, value]) => ({ ...law, term, value })),
);
