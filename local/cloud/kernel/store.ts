import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";

/**
 * The storage of the services: named shelves of JSON documents in one SQLite file. Every write is in the file before the call
 * returns (WAL), so a `kill -9` loses nothing that was answered.
 */
export class Store {
  readonly #db: DatabaseSync;
  #depth = 0;

  /** @param file path of the SQLite file, or ":memory:" for a cloud that forgets. */
  constructor(file: string) {
    if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
    this.#db = new DatabaseSync(file);
    this.#db.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000",
    );
  }

  shelf<T>(name: string): Shelf<T> {
    const table = `"${name.replaceAll('"', "")}"`;
    this.#db.exec(
      `CREATE TABLE IF NOT EXISTS ${table} (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`,
    );
    return new Shelf<T>(this.#db, table);
  }

  /** All writes inside happen together or not at all. `work` is synchronous; calls may nest. */
  transaction<R>(work: () => R): R {
    if (this.#depth > 0) return work();
    this.#db.exec("BEGIN IMMEDIATE");
    this.#depth++;
    try {
      const result = work();
      this.#db.exec("COMMIT");
      return result;
    } catch (error) {
      this.#db.exec("ROLLBACK");
      throw error;
    } finally {
      this.#depth--;
    }
  }

  close(): void {
    this.#db.close();
  }
}

/** A sorted map from string keys to JSON documents. */
export class Shelf<T> {
  readonly #get: StatementSync;
  readonly #set: StatementSync;
  readonly #delete: StatementSync;
  readonly #range: StatementSync;
  readonly #count: StatementSync;

  constructor(db: DatabaseSync, table: string) {
    this.#get = db.prepare(`SELECT value FROM ${table} WHERE key = ?`);
    this.#set = db.prepare(
      `INSERT INTO ${table} VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    );
    this.#delete = db.prepare(`DELETE FROM ${table} WHERE key = ?`);
    this.#range = db.prepare(
      `SELECT key, value FROM ${table} WHERE key >= ? AND key < ? ORDER BY key LIMIT ?`,
    );
    this.#count = db.prepare(`SELECT count(*) AS n FROM ${table}`);
  }

  get(key: string): T | undefined {
    const row = this.#get.get(key);
    return row && JSON.parse(String(row.value));
  }

  set(key: string, value: T): void {
    this.#set.run(key, JSON.stringify(value));
  }

  delete(key: string): void {
    this.#delete.run(key);
  }

  get size(): number {
    return Number(this.#count.get()?.n);
  }

  /** Entries in key order, from `from` (included) to `to` (excluded). */
  range({
    from = "",
    to = "\u{10ffff}",
    limit = -1,
  }: {
    from?: string;
    to?: string;
    limit?: number;
  } = {}): [string, T][] {
    const rows = this.#range.all(from, to, limit);
    return rows.map(({ key, value }) => [String(key), JSON.parse(String(value))]);
  }

  /** Entries whose key starts with `prefix`, in key order. */
  withPrefix(prefix: string, limit?: number): [string, T][] {
    return this.range({
      from: prefix,
      to: `${prefix}\u{10ffff}`,
      ...(limit === undefined ? {} : { limit }),
    });
  }
}
