/** Months of attendance as pages and files show them. */
import type { EmployeeId } from "#shared/employee/employee.ts";
import { dayOf, fullName } from "#shared/employee/employee.ts";
import { type spreadsheetFormats, writeSpreadsheet } from "#shared/import/write-spreadsheet.ts";
import type { MonthAnswer, ReadingsRequest, RecapAnswer } from "./attendance-answers.ts";
import { spanOf } from "./attendance-month.ts";
import type { AttendanceRules } from "./attendance-rules.ts";
import { attendanceTermsOn } from "./attendance-terms.ts";
import type { Pass } from "./day-passes.ts";
import type { JudgedDay } from "./judge-days.ts";
import type { MachineLine } from "./judge-machine-lines.ts";
import type { monthsOfUnit, TheirMonth } from "./people-months.ts";
import { timeOfMinute } from "./reading.ts";
import { recapRows } from "./recap-sheet.ts";

/** A row of a unit's recap. */
export function tellRow({
  person,
  month,
  days,
  recap,
  hasLateLeave,
}: TheirMonth): RecapAnswer["items"][number] {
  const twoGates = days.filter(({ elsewhere }) => elsewhere.length > 0).length;
  return {
    ...{ id: person.id, name: fullName(person), recap },
    ...(twoGates > 0 && { twoGates }),
    ...(month.closed && { closed: { at: month.closed.at } }),
    ...(hasLateLeave && { lateLeave: true as const }),
  };
}

/** All days of somebody's month. Who entered a correction is told by id: a page names nobody else. */
export function tellMonth(
  { person, month, days, recap, hasLateLeave }: TheirMonth,
  rules: AttendanceRules,
  now: Date,
): MonthAnswer {
  const { codes } = attendanceTermsOn(spanOf(month.month).until, rules.terms);
  const today = dayOf(person, now);
  const { correctionDays } = attendanceTermsOn(today, rules.terms);
  return {
    ...{ name: fullName(person), unit: person.unitKerja, month: month.month },
    ...{ revision: month.revision, today, correctionDays },
    days: days.map(tellDay),
    corrections: month.corrections,
    recap,
    codes: { ...codes },
    machines: Object.fromEntries(rules.machines.map(({ id, name }) => [id, name])),
    ...(month.closed && { closed: { at: month.closed.at } }),
    ...(hasLateLeave && { lateLeave: true as const }),
  };
}

function tellDay({ expected, in: came, out: went, readings, elsewhere, ...day }: JudgedDay) {
  const { worked: _worked, due: _due, ...told } = day;
  return {
    ...told,
    ...(expected && { start: timeOfMinute(expected.start).slice(11) }),
    ...(expected?.end !== undefined && { end: timeOfMinute(expected.end).slice(11) }),
    ...(came && { in: tellPass(came) }),
    ...(went && { out: tellPass(went) }),
    readings: readings.map(tellPass),
    ...(elsewhere.length > 0 && { elsewhere: elsewhere.map(tellPass) }),
  };
}

const tellPass = ({ minute, by }: Pass) => ({ minute, by });

/** Lines of a part of a file, as a page sends them. */
export function linesOf({ people }: Pick<ReadingsRequest, "people">): readonly MachineLine[] {
  return people.flatMap(({ number, isNip = false, lines }) =>
    lines.map((each) => {
      const [line, time = "", way = ""] = each.split("|");
      return { line: Number(line), number, isNip, time, way };
    }),
  );
}

type Page = Awaited<ReturnType<typeof monthsOfUnit>>;
type Format = (typeof spreadsheetFormats)[number];

/** The recap of a unit as a file. @param pages of its people, in their order */
export async function recapFile(
  pages: AsyncIterable<Page>,
  { month, format, rules }: { month: string; format: Format; rules: AttendanceRules },
): Promise<Buffer> {
  const named = new Map<EmployeeId, { readonly nip: string; readonly name: string }>();
  const terms = attendanceTermsOn(spanOf(month).until, rules.terms);
  const rows = recapRows(peopleOf(pages, named), { month, terms, namesOf: async () => named });
  const look = { name: `Presensi ${month}`, headingRow: 2, widths: [] };
  const pieces: Uint8Array[] = [];
  for await (const piece of writeSpreadsheet(format, rows, look)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* peopleOf(
  pages: AsyncIterable<Page>,
  named: Map<EmployeeId, { readonly nip: string; readonly name: string }>,
) {
  for await (const { months } of pages) {
    named.clear();
    for (const { person } of months)
      named.set(person.id, { nip: person.nip, name: fullName(person) });
    yield months.map(({ person, recap }) => ({
      ...{ person: person.id, unitKerja: person.unitKerja, recap },
    }));
  }
}
