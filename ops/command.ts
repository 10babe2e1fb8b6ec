/** One command of `kartu`. */
export interface Command {
  /** What it does, and how it is called; shown after a wrong call. */
  readonly usage: string;
  /** @throws UsageError after a wrong call */
  readonly run: (args: readonly string[], print: (line: string) => void) => Promise<void>;
}

export class UsageError extends Error {}
