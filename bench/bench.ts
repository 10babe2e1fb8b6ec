/** What `npm run bench` runs. */
export interface Bench {
  /** What is compared with what. */
  readonly about: string;
  /** How often everything is done, unless the command line says otherwise. */
  readonly rounds: number;
  readonly measure: (options: { readonly rounds: number }) => Promise<Report>;
}

export interface Report {
  /** Printed before the figures. */
  readonly lines?: readonly string[];
  /** How many times better than what it is compared with; above 1 is better, unless `about` says otherwise. */
  readonly ratios: Readonly<Record<string, number>>;
  /** What was measured, unit in the name. Depends on the machine: only ratios are worth quoting. */
  readonly figures: Readonly<Record<string, number>>;
}
