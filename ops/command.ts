/** One command of `kartu`. */
export interface Command {
  /** What it does, and how it is called; shown after a wrong call. */
  readonly usage: string;
  /** @throws UsageError after a wrong call */
  readonly run: (args: readonly string[], print: (line: string) => void) => Promise<void>;
}

export class UsageError extends Error {}

/** What this version does not do yet: exit code 2, by which a script tells it from a wrong call. */
export class NotBuiltYet extends Error {}
