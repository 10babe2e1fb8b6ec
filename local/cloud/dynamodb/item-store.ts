import type { Item } from "./attribute-value.ts";
import {
  action,
  type Callback,
  type DynaliteStore,
  database,
  type ItemOperation,
  type Level,
  type LevelOperation,
  type SubDb,
} from "./dynalite.ts";
import { dueEntries, expiryOperations, expiryPrefix } from "./expiry-index.ts";
import { entryOperations, indexesOf, indexOperations } from "./index-entries.ts";
import { invalidItem } from "./item-rules.ts";
import { end, indexPrefix, itemPrefix, within } from "./level-keys.ts";
import { onePage, type Page } from "./one-page.ts";
import { awsError } from "./request.ts";
import {
  type IndexDefinition,
  notFound,
  type Table,
  type TableDescription,
  type Tables,
} from "./table.ts";
import { makesNoItem } from "./update-rules.ts";
import { ValueFeed } from "./value-feed.ts";

/** What an operation does to one item. */
export interface Change {
  readonly table: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** Writes that are planned and not made: to LevelDB, and what they mean for items. */
export interface Writes {
  readonly operations: LevelOperation[];
  readonly changes: Change[];
}

/** One run of an operation of dynalite's. */
interface Run extends Writes {
  readonly operation: ItemOperation;
  readonly request: Page;
  /** Gets errors that dynalite throws outside of its callbacks. */
  readonly fail: (error: unknown) => void;
}

/**
 * The items and their indexes, in LevelDB. dynalite's operations run on it; what they write is only
 * noted (`plan`), so that the journal can make the writes of one call happen together (`apply`).
 */
export class ItemStore {
  readonly #level: Level;
  readonly #tables: Tables;

  constructor(path: string, tables: Tables) {
    this.#level = database.create({ path }).db;
    this.#tables = tables;
  }

  open(): Promise<void> {
    return this.#level.open();
  }

  close(): Promise<void> {
    return this.#level.close();
  }

  /** Runs a reading operation on a validated request. @throws AwsError */
  async read<R>(operation: ItemOperation, request: object): Promise<R> {
    return (await this.plan<R>(operation, request)).output;
  }

  /** Runs an operation on a validated request up to its writes, which it returns. @throws AwsError */
  async plan<R>(operation: ItemOperation, request: object): Promise<{ output: R } & Writes> {
    const writes: Writes = { operations: [], changes: [] };
    const output = await new Promise((resolve, reject) => {
      const store = this.#storeFor({ ...writes, operation, request, fail: reject });
      action(operation)(store, request, (error, answer) =>
        error ? reject(error) : resolve(answer),
      );
    }).catch((error: unknown) => {
      throw awsError(error);
    });
    if (operation === "UpdateItem" && makesNoItem(request, writes.changes[0]?.before)) {
      return { output: withoutAttributes(output) as R, operations: [], changes: [] };
    }
    for (const change of writes.changes) writes.operations.push(...this.#entryOperations(change));
    return { output: output as R, ...writes };
  }

  apply(operations: readonly LevelOperation[]): Promise<void> {
    return this.#level.batch(operations);
  }

  /** @param keyOrItem valid for the table */
  find(table: string, keyOrItem: Item): Promise<Item | undefined> {
    const { description } = this.#tables.get(table);
    return this.#level.get(itemPrefix(table) + database.createKey(keyOrItem, description));
  }

  items(table: string): AsyncIterable<Item> {
    const prefix = itemPrefix(table);
    return this.#level.values({ gte: prefix, lt: prefix + end });
  }

  /** Keys of the items whose time to live is past. */
  dueKeys(table: string, nowSeconds: number): AsyncIterable<Item> {
    return this.#level.values(dueEntries(table, nowSeconds));
  }

  /** Fills the index by expiry of a table that has just got, or is about to get, a time to live. */
  async buildExpiryIndex(table: Table): Promise<void> {
    const { description } = table;
    const prefix = expiryPrefix(description.TableName);
    await this.#level.clear({ gte: prefix, lt: prefix + end });
    for await (const item of this.items(description.TableName)) {
      const key = database.createKey(item, description);
      await this.apply(expiryOperations(table, key, undefined, item));
    }
  }

  #entryOperations({ table: name, before, after }: Change): LevelOperation[] {
    const table = this.#tables.get(name);
    const operations = indexOperations(table.description, before, after);
    const item = after ?? before;
    if (!item || !table.timeToLiveAttribute) return operations;
    const key = database.createKey(item, table.description);
    return [...operations, ...expiryOperations(table, key, before, after)];
  }

  async clearTable(table: string): Promise<void> {
    await this.#level.clear({ gte: `${table}~`, lt: `${table}~${end}` });
  }

  /**
   * Fills a new index, which the table already has, from the items. Items whose attribute has another type than the index's key
   * are left out. Entries that an earlier attempt left are deleted first.
   */
  async buildIndex(table: TableDescription, index: IndexDefinition): Promise<void> {
    await this.clearIndex(table.TableName, index.IndexName);
    for await (const item of this.items(table.TableName)) {
      if (database.validateItem(item, table)) continue;
      await this.apply(entryOperations(table, index, undefined, item));
    }
  }

  async buildIndexes(table: TableDescription): Promise<void> {
    for (const index of indexesOf(table)) await this.buildIndex(table, index);
  }

  async clearIndex(table: string, index: string): Promise<void> {
    const prefix = indexPrefix(table, index);
    await this.#level.clear({ gte: prefix, lt: prefix + end });
  }

  #storeFor(run: Run) {
    const store: DynaliteStore = {
      // Not for items (see item-rules.ts): BatchGetItem answers up to this and one MiB. AWS: 16 MB.
      options: { maxItemSize: 15 * 1024 * 1024 },
      getTable: (name, done) => {
        const table = this.#tables.find(name);
        if (table) done(null, table.description);
        else done(notFound("Requested resource not found"));
      },
      getItemDb: (name) => this.#itemDb(name, run),
      getIndexDb: (_type, name, index) => this.#indexDb(indexPrefix(name, index), run),
    };
    return store;
  }

  #itemDb(name: string, run: Run) {
    const table = this.#tables.get(name).description;
    const subDb = this.#subDb(itemPrefix(name), run);
    const found = new Map<string, Item | undefined>();
    const itemDb: SubDb = {
      ...subDb,
      get(key, done) {
        subDb.get(key, (error, item) => {
          found.set(key, item);
          done(error, item);
        });
      },
      put(key, item, done) {
        const wrong = invalidItem(item, table, run.operation);
        if (wrong) return done(wrong);
        run.changes.push({ table: name, before: found.get(key), after: item });
        subDb.put(key, item, done);
      },
      del(key, done) {
        run.changes.push({ table: name, before: found.get(key), after: undefined });
        subDb.del(key, done);
      },
    };
    return itemDb;
  }

  /** dynalite reads from it. What it would write has other keys than ours, which follow from the changes of items. */
  #indexDb(prefix: string, run: Run): SubDb {
    return {
      ...this.#subDb(prefix, run),
      put: (_key, _item, done) => done(null),
      del: (_key, done) => done(null),
    };
  }

  #subDb(prefix: string, { operations, request, fail }: Run): SubDb {
    return {
      get: (key, done: Callback<Item>) => {
        this.#level
          .get(prefix + key)
          .then((value) => done(null, value), done)
          .catch(fail);
      },
      put(key, value, done) {
        operations.push({ type: "put", key: prefix + key, value });
        done(null);
      },
      del(key, done) {
        operations.push({ type: "del", key: prefix + key });
        done(null);
      },
      // Writes run one after another (see journal.ts): nothing to lock.
      lock: (_key, run) => run((done) => done),
      createValueStream: (range) =>
        new ValueFeed(onePage(this.#level.values(within(prefix, range)), request), fail),
    };
  }
}

function withoutAttributes(output: unknown): unknown {
  const { Attributes: _, ...rest } = Object(output);
  return rest;
}
