/**
 * BKN's indicators of data quality that compare a record with its own number (SIASN, «Kualitas Data»; weights and words in
 * taufiqurrohmansuwarto/rumahASN, docs/siasn/kualitas_data.csv). ACC_4 is in kedudukan-hukum.ts.
 */
import { type EmployeeKind, type Nip, numberKindOf } from "./nip.ts";

/** Government Regulation 49/2018 on PPPK; the first were appointed in the year after. */
const firstPppkYear = 2019;

export type Sex = "M" | "F";

/** Days are "YYYY-MM-DD"; what is not known is left out, and not compared. */
export interface ComparedRecord {
  readonly nip: Nip;
  readonly kind: EmployeeKind;
  readonly birthDate?: string | undefined;
  readonly sex?: Sex | undefined;
  readonly tmtCpns?: string | undefined;
  readonly tmtPns?: string | undefined;
  /** PPPK: first day of the contract. */
  readonly tmtPppk?: string | undefined;
}

export interface BknFinding {
  readonly code: "CON_1" | "CON_2" | "CON_3" | "CON_4" | "ACC_1" | "ACC_7";
  readonly field: "birthDate" | "sex" | "tmtCpns" | "tmtPns" | "tmtPppk" | "nip";
  /** What the number says: a day, a month "2010-01", a year, or "M" and "F"; for ACC_1 the day that it may not lie before. */
  readonly right: string;
}

export function birthDateOf(nip: Nip): string {
  return `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`;
}

export function sexOf(nip: Nip): Sex {
  return nip[14] === "1" ? "M" : "F";
}

/**
 * @param year this year: a number can be given for the next one already (K-32). Without it a number of a year to come is not found.
 */
export function bknFindings(record: ComparedRecord, year?: number): BknFinding[] {
  const { nip, kind, birthDate, sex } = record;
  const born = birthDateOf(nip);
  const found: BknFinding[] = [];
  if (birthDate && birthDate !== born)
    found.push({ code: "CON_2", field: "birthDate", right: born });
  if (sex && sex !== sexOf(nip)) found.push({ code: "CON_3", field: "sex", right: sexOf(nip) });
  return [
    ...found,
    ...(numberKindOf(kind) === "PNS" ? pnsFindings(record) : pppkFindings(record, year)),
  ];
}

function pnsFindings({ nip, tmtCpns, tmtPns }: ComparedRecord): BknFinding[] {
  const month = `${nip.slice(8, 12)}-${nip.slice(12, 14)}`;
  const found: BknFinding[] = [];
  if (tmtCpns && tmtCpns.slice(0, 7) !== month)
    found.push({ code: "CON_1", field: "tmtCpns", right: month });
  if (tmtCpns && tmtPns && tmtCpns > tmtPns && found.length === 0)
    found.push({ code: "ACC_1", field: "tmtPns", right: tmtCpns });
  return found;
}

function pppkFindings(
  { nip, tmtPppk }: ComparedRecord,
  year = Number.POSITIVE_INFINITY,
): BknFinding[] {
  const appointed = nip.slice(8, 12);
  if (Number(appointed) < firstPppkYear)
    return [{ code: "ACC_7", field: "nip", right: String(firstPppkYear) }];
  if (Number(appointed) > year + 1) return [{ code: "ACC_7", field: "nip", right: String(year) }];
  return tmtPppk && tmtPppk.slice(0, 4) !== appointed
    ? [{ code: "CON_4", field: "tmtPppk", right: appointed }]
    : [];
}
