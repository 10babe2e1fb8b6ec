/** A machine's file: what stands in it, line by line, before anybody is looked for. Needs neither Node nor a page. */
import { foldDigits } from "#shared/employee/folding.ts";
import { cleanCell } from "#shared/import/clean-cell.ts";
import { FileRefused } from "#shared/import/import-problem.ts";
import { openCsv } from "#shared/import/read-csv.ts";
import { demandSize, type TableRow } from "#shared/import/table.ts";
import type { MachineLine } from "./judge-machine-lines.ts";
import { type MachineColumns, machineColumnsOf } from "./machine-columns.ts";
import { type MachineFinding, machineFinding } from "./machine-findings.ts";
import { type DayOrder, OrderSurvey } from "./read-clock.ts";

interface SurveyedFile {
  /** That have something in them, without headings. */
  readonly lines: readonly MachineLine[];
  readonly order: DayOrder;
  /** Of the whole file. */
  readonly findings: readonly MachineFinding[];
}

/** Reads a CSV or TXT file. One that cannot be read has no lines, and a finding that says why. */
export async function surveyMachineFile(file: Blob): Promise<SurveyedFile> {
  try {
    demandSize(file.size);
    const { rows: read } = await openCsv(file);
    const rows: TableRow[] = [];
    for await (const some of read()) rows.push(...some);
    return surveyed(rows);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return refused(machineFinding(0, "file-refused", error.code));
  }
}

const refused = (finding: MachineFinding): SurveyedFile => ({
  ...{ lines: [], order: "day-first", findings: [finding] },
});

function surveyed(rows: readonly TableRow[]): SurveyedFile {
  const columns = machineColumnsOf(rows[0]?.cells.map(cleanCell) ?? []);
  if (!columns) return refused(machineFinding(0, "columns-unknown"));
  const lines = rows.slice(columns.isHeaded ? 1 : 0).map((row) => lineOf(row, columns));
  const survey = new OrderSurvey();
  for (const { time } of lines) survey.take(time);
  const { order } = survey;
  const findings = order === "month-first" ? [machineFinding(0, "time-american")] : [];
  return { lines, order, findings };
}

function lineOf({ row, cells }: TableRow, { nip, pin, time, way }: MachineColumns): MachineLine {
  const cell = (at: number | undefined) => (at === undefined ? "" : cleanCell(cells[at] ?? ""));
  const said = cell(nip);
  const number = foldDigits(said || cell(pin)).replace(/^'/, "");
  const times = time.map(cell).filter((each) => each !== "");
  return { line: row, number, isNip: said !== "", time: times.join(" "), way: cell(way) };
}
