import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { isThrottling } from "#shared/runtime/throttling.ts";
import { type ActDecree, type ActOutcome, actDecree } from "./act-decree.ts";
import type { Decree } from "./decree.ts";
import { type DecreeShard, type Decrees, decreeShards } from "./decrees.ts";

/** People at the same time, in each of the shards. */
const peopleAtOnce = 4;
/** How long a run begins new work, milliseconds; the next one goes on where it ended. */
const longestRunMs = 120_000;

export interface ActDecrees extends ActDecree {
  readonly decrees: Pick<Decrees, "due"> & ActDecree["decrees"];
}

export interface Acted extends Readonly<Record<ActOutcome, number>> {
  /** Whether time, or the table's capacity, ran out before all had acted. */
  readonly isCut: boolean;
}

/**
 * Lets decrees act whose day has come, each in one transaction with the record and its line of history, whose authors are the two
 * people who decided. One whose record is not as it was decided any more changes nothing: it is set aside, and both people hear of it.
 * It may run twice, also at the same time, and be cut off anywhere: what is due stays due until its own transaction is there.
 * @throws the first failure, after all others have acted: one record that cannot be read keeps nobody else
 */
export async function actDecrees(dependencies: ActDecrees): Promise<Acted> {
  const run = new Run(dependencies);
  await Promise.all(decreeShards.map((shard) => run.act(shard)));
  const [failure] = run.failures;
  if (failure) throw failure;
  return { ...run.counts, isCut: run.isCut };
}

class Run {
  readonly counts = { acted: 0, stuck: 0, over: 0 };
  readonly failures: Error[] = [];
  isCut = false;
  readonly #dependencies: ActDecrees;
  readonly #begun: Date;
  readonly #told = new Set<string>();

  constructor(dependencies: ActDecrees) {
    this.#dependencies = dependencies;
    this.#begun = dependencies.clock.now();
  }

  async act(shard: DecreeShard): Promise<void> {
    for await (const page of this.#dependencies.decrees.due(shard, this.#begun)) {
      const people = Map.groupBy(page, ({ employeeId }) => employeeId);
      await sideBySide([...people.values()], (decrees) => this.#actInOrder(decrees), peopleAtOnce);
      if (this.isCut) return;
    }
  }

  /** Those of one person. What comes after one that failed waits with it. */
  async #actInOrder(decrees: readonly Decree[]): Promise<void> {
    const { clock } = this.#dependencies;
    for (const decree of decrees) {
      this.isCut ||= clock.now().getTime() - this.#begun.getTime() > longestRunMs;
      if (this.isCut) return;
      try {
        this.counts[await actDecree(this.#dependencies, decree, this.#told)] += 1;
      } catch (error) {
        // Nothing of this decree is written: the next run goes on with it.
        if (isThrottling(error)) this.isCut = true;
        else this.failures.push(error instanceof Error ? error : new Error(String(error)));
        return;
      }
    }
  }
}
