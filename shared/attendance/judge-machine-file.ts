/** A machine's file, line by line: readings of people who are known, and all that is wrong, at once. It writes nothing. */
import type { EmployeeId } from "#shared/employee/employee.ts";
import { foldDigits } from "#shared/employee/folding.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { cleanCell, isScientific } from "#shared/import/clean-cell.ts";
import { FileRefused } from "#shared/import/import-problem.ts";
import { judgeNip } from "#shared/import/judge-number.ts";
import { openCsv } from "#shared/import/read-csv.ts";
import { demandSize, type TableRow } from "#shared/import/table.ts";
import { type MachineColumns, machineColumnsOf, wayOf } from "./machine-columns.ts";
import { type MachineCode, type MachineFinding, machineFinding } from "./machine-findings.ts";
import { type DayOrder, OrderSurvey, readClock } from "./read-clock.ts";
import type { Reading } from "./reading.ts";

interface PersonReading {
  readonly person: EmployeeId;
  readonly reading: Reading;
}

export interface JudgedMachineFile {
  /** That have something in them, without headings. */
  readonly lines: number;
  /** A line that comes twice is here twice; a month has it once (`added`). */
  readonly readings: readonly PersonReading[];
  /** By line. */
  readonly findings: readonly MachineFinding[];
}

interface Importing {
  readonly machine: string;
  /** Whose the numbers are. A PIN has no zeros before it. */
  readonly who: {
    readonly ofNip: (nip: Nip) => EmployeeId | undefined;
    readonly ofPin: (pin: string) => EmployeeId | undefined;
  };
  /** Days that the file is taken for, by the machine's clock. */
  readonly from: string;
  readonly until: string;
  /** What the machine's clock says now, at its fastest: "2026-03-02T07:31:05". */
  readonly now: string;
}

/** Reads a CSV or TXT file. Whatever line is wrong, the others are read. */
export async function judgeMachineFile(
  file: Blob,
  importing: Importing,
): Promise<JudgedMachineFile> {
  try {
    demandSize(file.size);
    const { rows: read } = await openCsv(file);
    const rows: TableRow[] = [];
    for await (const some of read()) rows.push(...some);
    return judged(rows, importing);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { lines: 0, readings: [], findings: [machineFinding(0, "file-refused", error.code)] };
  }
}

function judged(rows: readonly TableRow[], importing: Importing): JudgedMachineFile {
  const columns = machineColumnsOf(rows[0]?.cells.map(cleanCell) ?? []);
  if (!columns) return { lines: 0, readings: [], findings: [machineFinding(0, "columns-unknown")] };
  const lines = rows.slice(columns.isHeaded ? 1 : 0).map((row) => lineOf(row, columns));
  const survey = new OrderSurvey();
  for (const { time } of lines) survey.take(time);
  const judge = new LineJudge(importing, survey.order);
  for (const line of lines) judge.take(line);
  const american = survey.order === "month-first" ? [machineFinding(0, "time-american")] : [];
  const findings = [...american, ...judge.findings];
  return { lines: lines.length, readings: judge.readings, findings };
}

interface Line {
  readonly line: number;
  readonly number: string;
  readonly isNip: boolean;
  readonly time: string;
  readonly way: string;
}

function lineOf({ row, cells }: TableRow, { nip, pin, time, way }: MachineColumns): Line {
  const cell = (at: number | undefined) => (at === undefined ? "" : cleanCell(cells[at] ?? ""));
  const said = cell(nip);
  const number = foldDigits(said || cell(pin)).replace(/^'/, "");
  const times = time.map(cell).filter((each) => each !== "");
  return { line: row, number, isNip: said !== "", time: times.join(" "), way: cell(way) };
}

class LineJudge {
  readonly readings: PersonReading[] = [];
  readonly findings: MachineFinding[] = [];
  readonly #importing: Importing;
  readonly #order: DayOrder;
  readonly #known = new Set<string>();

  constructor(importing: Importing, order: DayOrder) {
    this.#importing = importing;
    this.#order = order;
  }

  take({ line, number, isNip, time: text, way: pressed }: Line): void {
    const who = this.#personOf(number, isNip);
    const when = this.#timeOf(text);
    // What is wrong with who is said beside what is wrong with when.
    if ("code" in who) this.findings.push(machineFinding(line, who.code, number));
    if ("code" in when) this.findings.push(machineFinding(line, when.code, text));
    if ("code" in who || "code" in when) return;
    const { machine } = this.#importing;
    const way = wayOf(pressed);
    const key = `${who.person}|${when.time}`;
    if (this.#known.has(key)) this.findings.push(machineFinding(line, "line-twice", text));
    this.#known.add(key);
    const reading = { machine, time: when.time, ...(way && { way }) };
    this.readings.push({ person: who.person, reading });
  }

  #personOf(number: string, isNip: boolean): { readonly person: EmployeeId } | Wrong {
    if (number === "") return { code: "person-missing" };
    const { ofNip, ofPin } = this.#importing.who;
    const isLong = isNip || isScientific(number) || number.replaceAll(/\D/g, "").length > 14;
    if (!isLong) return known(ofPin(number.replace(/^0+(?=.)/, "")), "pin-unknown");
    const judged = judgeNip(number, false);
    if (judged.code === undefined) return known(ofNip(judged.nip), "nip-unknown");
    return { code: isNipCode(judged.code) ? judged.code : "nip-malformed" };
  }

  #timeOf(text: string): { readonly time: string } | Wrong {
    if (text === "") return { code: "time-missing" };
    const when = readClock(text, this.#order);
    if ("code" in when) return when;
    const { from, until, now } = this.#importing;
    if (when.time > now) return { code: "time-future" };
    const day = when.time.slice(0, 10);
    return day < from || day > until ? { code: "time-outside" } : when;
  }
}

interface Wrong {
  readonly code: MachineCode;
}

function known(
  person: EmployeeId | undefined,
  code: MachineCode,
): { readonly person: EmployeeId } | Wrong {
  return person ? { person } : { code };
}

const nipCodes = ["nip-scientific", "nip-last-digits-zero"] as const;
const isNipCode = (code: string): code is (typeof nipCodes)[number] =>
  nipCodes.some((each) => each === code);
