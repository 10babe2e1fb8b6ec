/** One command of `kartu`. */
export interface Command {
  /** What it does, and how it is called: shown when it is called otherwise. */
  readonly usage: string;
  /** @throws UsageError when it is called otherwise */
  readonly run: (args: readonly string[], print: (line: string) => void) => Promise<void>;
}

export class UsageError extends Error {}
