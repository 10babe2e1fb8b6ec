/** A row against its own numbers: BKN's cross-checks of the NIP, and the NIK. */
import { type BknFinding, birthDateOf, bknFindings, sexOf } from "#shared/employee/bkn-checks.ts";
import { foldDigits } from "#shared/employee/folding.ts";
import { isNik, nikFits } from "#shared/employee/nik.ts";
import { kindOfNip, type Nip, numberKindOf } from "#shared/employee/nip.ts";
import { readSex } from "#shared/employee/spellings.ts";
import { isScientific } from "./clean-cell.ts";
import type { ImportField } from "./import-columns.ts";
import { readDay } from "./read-day.ts";
import type { RowReading } from "./row-reading.ts";

/** @param year this year */
export function compareWithNumber(row: RowReading, nip: Nip | undefined, year: number): void {
  const birthDate = readOr(row, "birthDate", readDay, "day-malformed");
  const sex = readOr(row, "sex", readSex, "sex-unknown");
  // The record's own rules have judged the day that becomes the record's.
  const { tmtField } = row;
  const tmt = readDay(row.text(tmtField));
  const tmtCpns = tmtField === "tmtCpns" ? tmt : readOr(row, "tmtCpns", readDay, "day-malformed");
  warnOfDay(row, tmt);
  // A number of the other kind is refused as such; its parts mean something else.
  if (!nip || kindOfNip(nip) !== numberKindOf(row.kind)) return;
  const record = { nip, kind: row.kind, birthDate, sex, tmtCpns, tmtPns: tmt, tmtPppk: tmt };
  for (const finding of bknFindings(record, year)) addFinding(row, finding);
  const age = Number(nip.slice(8, 12)) - Number(nip.slice(0, 4));
  // Nobody is appointed as a child, nor for a year that has not come; but the number may be as BKN gave it.
  if (age < youngest || Number(nip.slice(8, 12)) > year + 1) row.add("nip", "nip-age");
}

/** Years at an appointment. */
const youngest = 17;

/** Appointments begin with a month: another day may be a month, as Americans write it. */
function warnOfDay(row: RowReading, tmt: string | undefined): void {
  if (tmt === undefined || tmt.endsWith("-01")) return;
  const read = tmt.split("-").reverse().join("-");
  row.add(row.tmtField, "tmt-day", { example: `01${read.slice(2)}`, params: { read } });
}

function readOr<Value>(
  row: RowReading,
  field: ImportField,
  read: (text: string) => Value | undefined,
  code: "day-malformed" | "sex-unknown",
): Value | undefined {
  const text = row.text(field);
  const value = text === "" ? undefined : read(text);
  if (text !== "" && value === undefined) row.add(field, code);
  return value;
}

function addFinding(row: RowReading, { code, field, right }: BknFinding): void {
  const column = field === "tmtPppk" ? row.tmtField : field;
  const day = readDay(row.text(column));
  const wanted =
    code === "CON_1" || code === "CON_4" ? `${right}${(day ?? "").slice(right.length)}` : right;
  const example = wanted.split("-").reverse().join("-");
  const read = day?.split("-").reverse().join("-");
  row.add(column, code, {
    ...(code === "ACC_7" ? {} : { example }),
    params: { right: example, ...(read && { read }) },
  });
}

/** A wrong NIK keeps nobody out: it is left empty. */
export function warnOfNik(row: RowReading, nip: Nip | undefined): void {
  const text = foldDigits(row.text("nik"))
    .replace(/^['`]/, "")
    .replaceAll(/[\s.-]/g, "");
  if (text === "") return;
  if (row.isNumber("nik") || isScientific(row.text("nik"))) row.add("nik", "nik-scientific");
  else if (!isNik(text)) row.add("nik", "nik-malformed");
  else if (nip && !nikFits(text, { birthDate: birthDateOf(nip), sex: sexOf(nip) }))
    row.add("nik", "nik-differs");
}
