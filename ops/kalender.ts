/** `kartu kalender`: the holidays and cuti bersama of the whole country, from a file (decision 0107). */
import { openAsBlob } from "node:fs";
import { parseArgs } from "node:util";
import { RoleTable } from "#shared/access/role-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { FileRefused } from "#shared/import/import-problem.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import {
  type ChangeNationalCalendar,
  changeNationalCalendar,
  daysOf,
  differenceOf,
  type SaidDay,
  type SaidYear,
  type YearDifference,
} from "#shared/workday/change-national-calendar.ts";
import { WritableWorkCalendarTable } from "#shared/workday/writable-work-calendar-table.ts";
import { readCalendarFile } from "./calendar-file.ts";
import { type Command, UsageError } from "./command.ts";
import { findCloud } from "./find-cloud.ts";
import { type Asked, operatorWhoDecides } from "./operators.ts";
import { readOutputs } from "./stack-outputs.ts";

export const kalender: Command = {
  usage: `kartu kalender lihat TAHUN
kartu kalender periksa BERKAS
kartu kalender muat BERKAS --oleh NIP [--hapus]
         [--outputs cdk-outputs.json] [--home .kartu]

Hari libur nasional, cuti bersama, dan Ramadan, dari berkas CSV atau .xlsx menurut docs/kalender.md. Setiap tahun yang punya hari
libur di berkas menjadi seperti di berkas itu, seluruhnya; tahun lain tetap. periksa memperlihatkan apa yang akan berubah, tanpa
menulis apa pun. muat menulisnya: --oleh adalah operator yang memutuskan, dan tercatat di riwayat bersama setiap perubahan. Berkas
yang sama dua kali tidak mengubah apa pun. Hari yang ada sekarang tetapi tidak ada di berkas hanya dihapus dengan --hapus.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [verb = "", subject = "", ...others] = positionals;
    if (others.length > 0) throw new UsageError("Sebut satu tahun atau satu berkas saja.");
    const { outputs, home, ...said } = values;
    await calendarCommand(await connect({ outputs, home }), { verb, subject, ...said }, print);
  },
};

const options = {
  oleh: { type: "string" },
  hapus: { type: "boolean", default: false },
  outputs: { type: "string" },
  home: { type: "string", default: ".kartu" },
} as const;

type Tables = Asked & ChangeNationalCalendar;

async function connect(places: Parameters<typeof findCloud>[0]): Promise<Tables> {
  const cloud = await findCloud(places);
  if (!cloud)
    throw new UsageError(
      "Tidak ada yang dapat dihubungi: sebut --outputs dari cdk deploy, atau jalankan npm start.",
    );
  const { outputs, db } = cloud;
  const names = readOutputs(outputs, [
    ...(["AgencyTable", "AuditTable", "EmployeeTable", "MarkerTable", "RoleTable"] as const),
  ]);
  const audit = new AuditTable(db, names.AuditTable);
  return {
    calendars: new WritableWorkCalendarTable(db, names.AgencyTable, audit),
    employees: new EmployeeTable(db, names.EmployeeTable, new MarkerTable(db, names.MarkerTable)),
    roles: new RoleTable(db, names.RoleTable),
    clock: systemClock,
  };
}

interface Order {
  readonly verb: string;
  /** A year, or the path of a file. */
  readonly subject: string;
  /** NIP of an operator. */
  readonly oleh?: string | undefined;
  readonly hapus: boolean;
}

/** Shows a year, what a file would change, or changes it. @throws UsageError */
export async function calendarCommand(
  tables: Tables,
  { verb, subject, oleh, hapus }: Order,
  print: (line: string) => void,
): Promise<void> {
  if (verb === "lihat") return await show(tables, subject, print);
  if (verb !== "periksa" && verb !== "muat")
    throw new UsageError("Sebut lihat, periksa, atau muat.");
  const years = await readYears(subject);
  const found = await Promise.all(
    years.map(async (said) => {
      const old = await tables.calendars.national(said.year);
      return { said, difference: differenceOf(old, said) };
    }),
  );
  for (const { said, difference } of found)
    for (const line of linesOf(said.year, difference)) print(line);
  if (verb === "periksa") return;
  if (oleh === undefined) throw new UsageError("Sebut --oleh (NIP operator).");
  const by = await operatorWhoDecides(tables, { nip: oleh });
  const removed = found.reduce((sum, { difference }) => sum + difference.removed.length, 0);
  if (removed > 0 && !hapus)
    throw new UsageError(
      `${removed} hari yang ada sekarang tidak ada di berkas. Bila memang dicabut, pakai --hapus.`,
    );
  await load(tables, { years, by: by.id }, print);
}

async function show(
  { calendars }: Pick<Tables, "calendars">,
  subject: string,
  print: (line: string) => void,
): Promise<void> {
  if (!/^\d{4}$/.test(subject)) throw new UsageError("Sebut satu tahun, misalnya 2026.");
  const calendar = await calendars.national(Number(subject));
  if (!calendar) return print(`${subject}: belum dimuat.`);
  print(`${subject}: perubahan ke-${calendar.revision}.`);
  for (const each of daysOf(calendar)) print(`  ${textOfDay(each)}`);
}

/** @throws UsageError with all that is wrong with the file */
async function readYears(path: string): Promise<readonly SaidYear[]> {
  if (path === "") throw new UsageError("Sebut satu berkas.");
  const read = async () => {
    try {
      return await readCalendarFile(await openAsBlob(path));
    } catch (error) {
      const isNoFile = error instanceof FileRefused || (error instanceof Error && "code" in error);
      if (!isNoFile) throw error;
      throw new UsageError(`${path} tidak dapat dibaca: CSV atau .xlsx menurut docs/kalender.md.`);
    }
  };
  const { years, problems } = await read();
  if (problems.length > 0) throw new UsageError(`${path}:\n${problems.join("\n")}`);
  return years;
}

async function load(
  tables: Tables,
  {
    years,
    by,
  }: {
    readonly years: readonly SaidYear[];
    readonly by: Parameters<typeof changeNationalCalendar>[1]["by"];
  },
  print: (line: string) => void,
): Promise<void> {
  for (const said of years) {
    try {
      const difference = await changeNationalCalendar(tables, { said, by });
      print(isNothing(difference) ? `${said.year}: tetap.` : `${said.year}: ditulis.`);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      throw new UsageError(
        `${said.year}: baru saja diubah orang lain. Jalankan perintah ini lagi.`,
      );
    }
  }
}

const isNothing = ({ added, removed, changed }: YearDifference): boolean =>
  added.length + removed.length + changed.length === 0;

function linesOf(year: number, difference: YearDifference): string[] {
  const { added, removed, changed } = difference;
  if (isNothing(difference)) return [`${year}: sama dengan yang sekarang.`];
  return [
    `${year}: ${added.length} ditambah, ${removed.length} dihapus, ${changed.length} diganti.`,
    ...added.map((each) => `  + ${textOfDay(each)}`),
    ...removed.map((each) => `  - ${textOfDay(each)}`),
    ...changed.flatMap(({ from, to }) => [`  ~ ${textOfDay(from)}`, `    → ${textOfDay(to)}`]),
  ];
}

/** "Kamis, 24 Desember 2026, cuti bersama: Kelahiran Yesus Kristus (Keppres …)". */
function textOfDay({ kind, day, until = day, name, source }: SaidDay): string {
  const days = until === day ? dayText(day) : `${dayText(day)} sampai ${dayText(until)}`;
  const called = kind === "ramadan" ? name : `${kind.replace("-", " ")}: ${name}`;
  return `${days}, ${called} (${source})`;
}

const dayText = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString("id-ID", {
    ...({ weekday: "long", day: "numeric", month: "long", year: "numeric" } as const),
    timeZone: "UTC",
  });
