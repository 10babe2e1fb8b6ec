/** A row against its own numbers: BKN's cross-checks of the NIP, and the NIK. */

import { type BknFinding, birthDateOf, bknFindings, sexOf } from "#shared/employee/bkn-checks.ts";
import { isDay } from "#shared/employee/field-checks.ts";
import { foldDigits } from "#shared/employee/folding.ts";
import { isNik, nikFits } from "#shared/employee/nik.ts";
import { kindOfNip, type Nip, numberKindOf } from "#shared/employee/nip.ts";
import { readSex } from "#shared/employee/spellings.ts";
import { turnedDay } from "#shared/runtime/turned-day.ts";
import { isScientific } from "./clean-cell.ts";
import { readDay } from "./read-day.ts";
import type { SaidFields } from "./record-problems.ts";
import type { RowReading } from "./row-reading.ts";

/** @param year this year */
export function compareWithNumber(
  row: RowReading,
  { said, nip }: { readonly said: SaidFields; readonly nip: Nip | undefined },
  year: number,
): void {
  // What is no day or no sex has been said by the record's own rules.
  const day = (text = "") => (isDay(text) ? text : undefined);
  const tmt = day(said.tmt);
  warnOfDay(row, tmt);
  // A number of the other kind is refused as such; its parts mean something else.
  if (!nip || kindOfNip(nip) !== numberKindOf(row.kind)) return;
  const compared = { nip, kind: row.kind, sex: readSex(said.sex ?? "") };
  const days = { birthDate: day(said.birthDate), tmtCpns: day(said.tmtCpns) };
  for (const finding of bknFindings({ ...compared, ...days, tmtPns: tmt, tmtPppk: tmt }, year))
    addFinding(row, finding);
  const age = Number(nip.slice(8, 12)) - Number(nip.slice(0, 4));
  // Nobody is appointed as a child, nor for a year that has not come; but the number may be as BKN gave it.
  if (age < youngest || Number(nip.slice(8, 12)) > year + 1) row.add("nip", "nip-age");
}

/** Years at an appointment. */
const youngest = 17;

/** Appointments begin with a month: another day may be a month, as Americans write it. */
function warnOfDay(row: RowReading, tmt: string | undefined): void {
  if (tmt === undefined || tmt.endsWith("-01")) return;
  const read = turnedDay(tmt);
  row.add(row.tmtField, "tmt-day", { example: `01${read.slice(2)}`, params: { read } });
}

function addFinding(row: RowReading, { code, field, right }: BknFinding): void {
  const column = field === "tmtPppk" ? row.tmtField : field;
  const day = readDay(row.text(column));
  const wanted =
    code === "CON_1" || code === "CON_4" ? `${right}${(day ?? "").slice(right.length)}` : right;
  const example = turnedDay(wanted);
  const read = day === undefined ? undefined : turnedDay(day);
  row.add(column, code, {
    ...(code === "ACC_7" ? {} : { example }),
    params: { right: example, ...(read && { read }) },
  });
}

/** The NIK of a row. A wrong one keeps nobody out: it is left empty, and warned of. */
export function readNik(row: RowReading, nip: Nip | undefined): string {
  const text = foldDigits(row.text("nik"))
    .replace(/^['`]/, "")
    .replaceAll(/[\s.-]/g, "");
  if (text === "") return "";
  const isDamaged = row.isNumber("nik") || isScientific(row.text("nik"));
  if (isDamaged || !isNik(text)) {
    row.add("nik", isDamaged ? "nik-scientific" : "nik-malformed");
    return "";
  }
  if (nip && !nikFits(text, { birthDate: birthDateOf(nip), sex: sexOf(nip) }))
    row.add("nik", "nik-differs");
  return text;
}
