/** A machine's file, judged where all of it is at hand. It writes nothing. */
import { type Importing, type JudgedLines, judgeLines } from "./judge-machine-lines.ts";
import { surveyMachineFile } from "./survey-machine-file.ts";

export interface JudgedMachineFile extends JudgedLines {
  /** How many have something in them, without headings. */
  readonly lines: number;
}

/** A whole file at once, where all of it is at hand. Whatever line is wrong, the others are read. */
export async function judgeMachineFile(
  file: Blob,
  importing: Importing,
): Promise<JudgedMachineFile> {
  const { lines, order, findings } = await surveyMachineFile(file);
  const judged = judgeLines(lines, order, importing);
  return { ...judged, lines: lines.length, findings: [...findings, ...judged.findings] };
}
