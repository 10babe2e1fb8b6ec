/** What `npm run bench` runs. */
export interface Bench {
  /** What is compared with what. */
  readonly about: string;
  /** How often everything is done, unless the command line says otherwise. */
  readonly rounds: number;
  readonly measure: (options: Options) => Promise<Report>;
}

interface Options {
  readonly rounds: number;
  /** The one part that is wanted, where a bench has parts. */
  readonly only: string | undefined;
}

/** What has to be reached: the run fails when it is not. Never a time: that depends on the machine. */
export interface Goal {
  /** Unit and number of cases in the name. */
  readonly name: string;
  readonly measured: number;
  readonly least?: number;
  readonly most?: number;
}

export interface Report {
  /** Printed before the figures. */
  readonly lines?: readonly string[];
  readonly goals?: readonly Goal[];
  /** How many times better than what it is compared with; above 1 is better, unless `about` says otherwise. */
  readonly ratios: Readonly<Record<string, number>>;
  /** What was measured, unit in the name. Depends on the machine: only ratios are worth quoting. */
  readonly figures: Readonly<Record<string, number>>;
}
