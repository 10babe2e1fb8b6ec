import type { CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";
import type { LevelOperation } from "./dynalite.ts";
import type { ItemStore, Writes } from "./item-store.ts";
import type { StreamRecord, UserIdentity } from "./stream-record.ts";
import type { Streams } from "./streams.ts";
import type { TokenUse, TransactionTokens } from "./transaction-tokens.ts";

/** All that one call does: to items and indexes (LevelDB), to streams and tokens (the store). */
interface Entry {
  readonly operations: readonly LevelOperation[];
  readonly records: readonly StreamRecord[];
  readonly token: TokenUse | undefined;
}

/**
 * Makes all writes of a call happen or none, in LevelDB and the store together, also when the process is killed. The entry in
 * the journal is the commit. The writes after it can be repeated until the entry is removed, here or at the next start.
 */
export class Journal {
  readonly #store: CloudContext["store"];
  readonly #entries: Shelf<Entry>;
  readonly #tokens: TransactionTokens;
  readonly #items: Pick<ItemStore, "apply">;
  readonly #streams: Streams;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(
    { store }: Pick<CloudContext, "store">,
    {
      items,
      streams,
      tokens,
    }: { items: Pick<ItemStore, "apply">; streams: Streams; tokens: TransactionTokens },
  ) {
    this.#store = store;
    this.#entries = store.shelf("dynamodb.journal");
    this.#tokens = tokens;
    this.#items = items;
    this.#streams = streams;
  }

  /** Runs work when no other work runs: what it reads stays true until it commits. */
  alone<R>(work: () => Promise<R>): Promise<R> {
    const run = this.#tail.then(async () => {
      await this.recover();
      return work();
    });
    this.#tail = run.catch(() => undefined);
    return run;
  }

  /** Only inside `alone`. When it returns, the writes are in the files. */
  async commit(
    { operations, changes }: Writes,
    { token, userIdentity }: { token?: TokenUse | undefined; userIdentity?: UserIdentity } = {},
  ): Promise<void> {
    this.#store.transaction(() => {
      const records = this.#streams.recordsOf(changes, userIdentity);
      this.#entries.set("next", { operations, records, token });
    });
    await this.recover();
  }

  /** Finishes what is committed and not yet done. To be called once before anything is read. */
  async recover(): Promise<void> {
    const entry = this.#entries.get("next");
    if (!entry) return;
    await this.#items.apply(entry.operations);
    this.#store.transaction(() => {
      this.#streams.append(entry.records);
      if (entry.token) this.#tokens.remember(entry.token);
      this.#entries.delete("next");
    });
    this.#streams.announce(entry.records);
  }

  /** Waits for the work under way. */
  async close(): Promise<void> {
    await this.#tail;
  }
}
