/** Measuring side by side: whatever else the machine does meanwhile slows all subjects alike, and their ratio stays. */
import { keyed, keysOf } from "#shared/runtime/keyed.ts";

export interface Sample {
  readonly wallMs: number;
  /** User and system time, of everything that worked for it. */
  readonly cpuMs: number;
}

/** Does its work once. */
export type Subject<Result> = () => Promise<Result>;

/**
 * Runs all subjects in every round, each round beginning with another one: none always follows the same neighbour.
 * @param warmUp rounds that are not counted
 * @returns what each subject gave, in the order of the rounds
 */
export async function inTurns<Name extends string, Result>(
  subjects: Readonly<Record<Name, Subject<Result>>>,
  { rounds, warmUp = 0 }: { readonly rounds: number; readonly warmUp?: number },
): Promise<Record<Name, Result[]>> {
  const names = keysOf(subjects);
  const results = keyed(names, (): Result[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + warmUp) % names.length];
      if (name === undefined) continue;
      const result = await subjects[name]();
      if (round >= 0) results[name].push(result);
    }
  }
  return results;
}

/** @returns what this process, all its threads included, needed for the work */
export async function timed(work: () => Promise<unknown>): Promise<Sample> {
  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  await work();
  const wallMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wallMs, cpuMs: (user + system) / 1000 };
}

/** The smallest value that is not exceeded by this share of all (nearest rank). @throws Error when there is none */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error("Nothing was measured.");
  return value;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The mean, to three significant digits. */
export function average(values: readonly number[]): number {
  return rounded(values.reduce((sum, value) => sum + value, 0) / values.length);
}

/** To three significant digits: more would not be true. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
