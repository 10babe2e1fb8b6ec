/** Everything that can be said of a machine's file. A code never changes its meaning: web/src/messages has their texts. */

/** An error keeps its line out, a warning does not. One of line 0 is of the whole file. */
export const errorCodes = [
  "file-refused",
  "columns-unknown",
  "person-missing",
  "nip-scientific",
  "nip-last-digits-zero",
  "nip-malformed",
  "nip-unknown",
  "pin-unknown",
  "pin-of-two",
  "time-missing",
  "time-malformed",
  "time-ambiguous",
  "time-has-zone",
  "time-future",
  "time-outside",
  "month-closed",
  "month-full",
] as const;
export const warningCodes = ["time-american", "line-twice", "reading-double"] as const;
export type MachineCode = (typeof errorCodes)[number] | (typeof warningCodes)[number];

export interface MachineFinding {
  /** Line of the file, from 1; 0 is the file itself. */
  readonly line: number;
  readonly code: MachineCode;
  readonly severity: "error" | "warning";
  /** What stands there, shortened. */
  readonly value: string;
}

const warnings = new Set<MachineCode>(warningCodes);
const mostShown = 60;

export function machineFinding(line: number, code: MachineCode, value = ""): MachineFinding {
  const severity = warnings.has(code) ? "warning" : "error";
  const shown = value.length > mostShown ? `${value.slice(0, mostShown)}…` : value;
  return { line, code, severity, value: shown };
}
