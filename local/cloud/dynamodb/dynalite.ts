/**
 * Types of the internal parts of dynalite that the embedded cloud uses; dynalite has none.
 * Taken from it: validation, the expression language, key encoding, and the item operations, which run on
 * the store they are handed (see item-store.ts). Its own server, tables and tags are not used.
 */
import { createRequire } from "node:module";
import type { Stream } from "node:stream";
import type { Item } from "./attribute-value.ts";
import { cacheParsedConditions } from "./condition-parser.ts";
import type { KeySchemaElement, TableDescription } from "./table.ts";

export type ItemOperation =
  | "BatchGetItem"
  | "BatchWriteItem"
  | "DeleteItem"
  | "GetItem"
  | "PutItem"
  | "Query"
  | "Scan"
  | "UpdateItem";
export type ValidatedOperation = ItemOperation | "CreateTable" | "ListTables";

export type Callback<T = void> = (error: unknown, value?: T) => void;

/** Bounds of a walk over sorted keys; a limit of -1 is none. */
export interface KeyRange {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly limit?: number;
  readonly reverse?: boolean;
}

/** The items of one table, or the entries of one index, by encoded key. */
export interface SubDb {
  get(key: string, done: Callback<Item>): void;
  put(key: string, value: Item, done: Callback): void;
  del(key: string, done: Callback): void;
  lock(key: string, run: (release: <F>(done: F) => F) => void): void;
  createValueStream(range: KeyRange): Stream;
}

/** What dynalite's operations need of a store. */
export interface DynaliteStore {
  readonly options: { readonly maxItemSize: number };
  getTable(name: string, done: Callback<TableDescription>): void;
  getItemDb(table: string): SubDb;
  getIndexDb(type: string, table: string, index: string): SubDb;
}

export type LevelOperation =
  | { readonly type: "put"; readonly key: string; readonly value: Item }
  | { readonly type: "del"; readonly key: string };

/** A LevelDB of JSON documents. A batch is written wholly or not at all. */
export interface Level {
  open(): Promise<void>;
  close(): Promise<void>;
  get(key: string): Promise<Item | undefined>;
  batch(operations: readonly LevelOperation[]): Promise<void>;
  values(range: KeyRange): AsyncIterable<Item>;
  clear(range: KeyRange): Promise<void>;
}

/** An error of dynalite's is AWS's error document, in `body`. */
export interface DynaliteError {
  readonly body: { readonly __type: string; readonly message?: string; readonly Message?: string };
}

interface Database {
  create(options: { path: string }): { readonly db: Level };
  /** @param keySchema the table's own unless said */
  createKey(keyOrItem: Item, table: TableDescription, keySchema?: KeySchema): string;
  /** The key of an entry of an index, by which Query and Scan find where to go on. */
  createIndexKey(keysOrItem: Item, table: TableDescription, keySchema: KeySchema): string;
  /** @returns what is wrong with the item's key or index keys, if anything is. */
  validateItem(item: Item, table: TableDescription): DynaliteError | undefined;
  validateKey(key: Item, table: TableDescription): DynaliteError | undefined;
  validationError(message: string): DynaliteError;
}

type KeySchema = readonly KeySchemaElement[];

interface Validations {
  /** Takes out what it does not know. */
  checkTypes(request: object, types: object): object;
  /** Throws on what is not valid; adds parsed expressions to the request. */
  checkValidations(request: object, types: object, custom: unknown, store: object): void;
  /** Brings numbers to their plain form. @returns what is wrong with the value, if anything is. */
  validateAttributeValue(value: unknown): string | undefined;
}

type Action = (store: DynaliteStore, request: object, done: Callback<object>) => void;

const require = createRequire(import.meta.url);

cacheParsedConditions();

export const database: Database = require("dynalite/db");
// See index-entries.ts.
database.createIndexKey = (item, table, keySchema) =>
  database.createKey(item, table, keySchema) + database.createKey(item, table);
export const validations: Validations = require("dynalite/validations");

export function action(operation: ItemOperation): Action {
  return require(`dynalite/actions/${lowerFirst(operation)}`);
}

export function validation(operation: ValidatedOperation): { types: object; custom?: unknown } {
  return require(`dynalite/validations/${lowerFirst(operation)}`);
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
