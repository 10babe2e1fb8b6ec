/** What a record says to BKN's indicators of data quality on a day: pure, by the table of quality-indicators.ts. */
import { bknFindings } from "./bkn-checks.ts";
import { isEmail } from "./email.ts";
import type { Employee } from "./employee.ts";
import { isPhone } from "./field-checks.ts";
import { kedudukanHukumProblem, statusOf } from "./kedudukan-hukum.ts";
import { isNik } from "./nik.ts";
import { numberKindOf } from "./nip.ts";
import { type MeasuredCode, measuredCodes } from "./quality-indicators.ts";
import { retiresOn, yearsAfter } from "./retirement.ts";

/**
 * "unknown": the record lacks what is compared, which is neither good nor bad. "exempt": the indicator does not concern such people.
 */
export type QualityVerdict = "fails" | "fits" | "unknown" | "exempt";

/** What indicators look at. */
export type JudgedRecord = Pick<
  Employee,
  | ("nip" | "kind" | "kedudukanHukum" | "tmt" | "contractEnd" | "jabatan" | "email" | "phone")
  | ("nik" | "birthDate" | "sex" | "tmtCpns" | "jabatanKind" | "bup")
>;

type Rule = (record: JudgedRecord, day: string) => QualityVerdict;

/** Whether BKN counts somebody: who has left is in no indicator. */
export function isCounted(
  { kedudukanHukum, contractEnd }: Pick<JudgedRecord, "kedudukanHukum" | "contractEnd">,
  day: string,
): boolean {
  return statusOf(kedudukanHukum) !== "ended" && (contractEnd === undefined || contractEnd >= day);
}

/**
 * @param day "YYYY-MM-DD"
 * @returns the verdict of each measured indicator; all are "exempt" of who has left
 */
export function qualityOf(
  record: JudgedRecord,
  day: string,
): Readonly<Record<MeasuredCode, QualityVerdict>> {
  const verdicts = { ...everyoneExempt };
  if (!isCounted(record, day)) return verdicts;
  for (const code of measuredCodes) verdicts[code] = rules[code](record, day);
  return verdicts;
}

/** The indicators that a record fails, in BKN's order. */
export function failedBy(record: JudgedRecord, day: string): MeasuredCode[] {
  if (!isCounted(record, day)) return [];
  return measuredCodes.filter((code) => rules[code](record, day) === "fails");
}

/** Of people of whom something is said. */
const failsWhen = (isWrong: boolean): QualityVerdict => (isWrong ? "fails" : "fits");

/** An indicator of PNS alone, or of PPPK of both kinds. */
function only(kind: "PNS" | "PPPK", rule: Rule): Rule {
  return (record, day) => (numberKindOf(record.kind) === kind ? rule(record, day) : "exempt");
}

/** One that compares a field with the number. */
function found(code: "CON_1" | "CON_2" | "CON_3" | "CON_4" | "ACC_7", field?: ComparedField): Rule {
  return (record, day) => {
    if (field && !record[field]) return "unknown";
    const { nip, kind, birthDate, tmtCpns, tmt, sex } = record;
    const said = sex === "M" || sex === "F" ? sex : undefined;
    const compared = { nip, kind, birthDate, tmtCpns, tmtPns: tmt, tmtPppk: tmt };
    const findings = bknFindings({ ...compared, sex: said }, Number(day.slice(0, 4)));
    return failsWhen(findings.some((each) => each.code === code));
  };
}
type ComparedField = "birthDate" | "sex" | "tmtCpns";

/** What only names of a jabatan fungsional have: its levels, «keahlian» and «keterampilan» (PermenPANRB 1/2023). */
const levels = /\b(ahli (pertama|muda|madya|utama)|pemula|terampil|mahir|penyelia)\b/i;

/** Nobody's last working day is later (UU 14/2005, article 67). */
const oldestAge = 70;

const rules: Readonly<Record<MeasuredCode, Rule>> = {
  // Ours is a free text, BKN's an id: what is found is a text that names nothing, "-".
  COM_2: ({ jabatan }) => failsWhen(!/\p{L}/u.test(jabatan)),
  COM_4: only("PNS", ({ tmt }) => failsWhen(tmt === "")),
  COM_6: ({ email }) => failsWhen(email === undefined || !isEmail(email)),
  COM_7: ({ phone }) => failsWhen(phone === undefined || !isPhone(phone)),
  // A CPNS is a PNS whose TMT PNS is still to come.
  TIM_3: only("PNS", ({ tmt, tmtCpns }, day) => {
    if (tmt <= day) return "exempt";
    return tmtCpns ? failsWhen(yearsAfter(tmtCpns, 1) < day) : "unknown";
  }),
  TIM_5: (record, day) => {
    if (statusOf(record.kedudukanHukum) !== "active") return "exempt";
    if (record.bup) return failsWhen(retiresOn(record, Number(record.bup)) <= day);
    return retiresOn(record, oldestAge) <= day ? "fails" : "unknown";
  },
  ACC_1: only("PNS", ({ tmt, tmtCpns }) => (tmtCpns ? failsWhen(tmtCpns > tmt) : "unknown")),
  ACC_3: only("PNS", ({ nip, tmtCpns, jabatanKind }, day) => {
    if (!jabatanKind) return "unknown";
    const since = tmtCpns ?? `${nip.slice(8, 12)}-${nip.slice(12, 14)}-01`;
    return failsWhen(jabatanKind === "1" && yearsAfter(since, 2) > day);
  }),
  ACC_4: only("PPPK", ({ kedudukanHukum, kind }) =>
    failsWhen(kedudukanHukumProblem(kedudukanHukum, kind) === "ACC_4"),
  ),
  // Nobody here asks Dukcapil, so what is found is a NIK that is missing or cannot be one.
  ACC_5: ({ nik }) => failsWhen(nik === undefined || !isNik(nik)),
  ACC_7: only("PPPK", found("ACC_7")),
  ACC_9: ({ jabatan, jabatanKind }) => {
    if (!jabatanKind) return "unknown";
    return jabatanKind === "4" ? failsWhen(levels.test(jabatan)) : "exempt";
  },
  CON_1: only("PNS", found("CON_1", "tmtCpns")),
  CON_2: found("CON_2", "birthDate"),
  CON_3: found("CON_3", "sex"),
  CON_4: only("PPPK", found("CON_4")),
};

const everyoneExempt: Record<MeasuredCode, QualityVerdict> = {
  ...{ COM_2: "exempt", COM_4: "exempt", COM_6: "exempt", COM_7: "exempt", TIM_3: "exempt" },
  ...{ TIM_5: "exempt", ACC_1: "exempt", ACC_3: "exempt", ACC_4: "exempt", ACC_5: "exempt" },
  ...{ ACC_7: "exempt", ACC_9: "exempt", CON_1: "exempt", CON_2: "exempt", CON_3: "exempt" },
  CON_4: "exempt",
};
