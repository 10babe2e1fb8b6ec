import { type FailureRun, isForgotten, type Lockouts } from "#shared/account/lockout.ts";
import type { Nip } from "#shared/employee/nip.ts";

/** The lockout table without DynamoDB; runs the same contract test (lockout-table-contract.ts). */
export class LockoutsInMemory implements Lockouts {
  readonly #runs = new Map<Nip, FailureRun>();
  writes = 0;

  async find(nip: Nip): Promise<FailureRun | undefined> {
    return this.#runs.get(nip);
  }

  async fail(nip: Nip, _: FailureRun | undefined, now: Date): Promise<void> {
    const run = this.#runs.get(nip);
    const failures = run && !isForgotten(run, now) ? run.failures + 1 : 1;
    this.#set(nip, { failures, failedAt: now.getTime(), attemptedAt: now.getTime() });
  }

  async attempt(nip: Nip, now: Date): Promise<void> {
    const run = this.#runs.get(nip);
    if (run) this.#set(nip, { ...run, attemptedAt: now.getTime() });
  }

  async clear(nip: Nip): Promise<void> {
    this.#set(nip, { failures: 0, failedAt: 0, attemptedAt: 0 });
  }

  #set(nip: Nip, run: FailureRun): void {
    this.writes += 1;
    this.#runs.set(nip, run);
  }
}
