import { setTimeout } from "node:timers/promises";
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import { Busy } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { mailboxOf } from "./email.ts";
import type { Employee, EmployeeId } from "./employee.ts";
import { toEmployee, toEmployeeIfReadable } from "./employee-item.ts";
import {
  type NameLine,
  type NameQuery,
  type NameRanges,
  placesAmong,
  rangesOf,
} from "./name-index.ts";
import type { Nip } from "./nip.ts";
import { type EmployeePage, lineBehind, merged, pageOf } from "./search-pages.ts";

export interface SearchWish extends NameQuery {
  /** Only among those who work there; without them in the whole instansi. */
  readonly units?: readonly string[] | undefined;
  readonly limit: number;
  /** `next` of the page before. */
  readonly from?: string | undefined;
  /** What must hold of the newest record. */
  readonly fits: (employee: Employee) => boolean;
}

/** How many lines are read at once when several words were typed, some 60 KB. */
const linesOfMany = 500;

/** BatchGetItem's most keys. */
const mostInABatch = 100;
const batchAttempts = 4;
/** When whoever was refused for want of capacity may come back. */
const busySeconds = 5;

/** Those who work in one unit of one agency. */
export interface Unit {
  readonly instansiId: string;
  /** Exactly as it stands in the records. */
  readonly unitKerja: string;
}

/** The records in DynamoDB, to be read. The key is an opaque id, because a NIP can change; a marker leads to it. */
export class EmployeeTable {
  protected readonly db: DynamoDBDocumentClient;
  protected readonly tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.db = db;
    this.tableName = tableName;
  }

  /** The newest record (strongly consistent read). */
  async find(id: EmployeeId): Promise<Employee | undefined> {
    const item = await this.#get(id);
    return item && toEmployee(item);
  }

  /**
   * The newest records of these ids (strongly consistent read, one request for a hundred). Those that are not there or
   * cannot be read are left out.
   */
  async findAll(ids: readonly EmployeeId[]): Promise<ReadonlyMap<EmployeeId, Employee>> {
    const wanted = [...new Set(ids)];
    const items: Record<string, unknown>[] = [];
    for (let start = 0; start < wanted.length; start += mostInABatch)
      items.push(...(await this.#batch(wanted.slice(start, start + mostInABatch))));
    return new Map(readable(items).map((employee) => [employee.id, employee]));
  }

  /** Two reads: the number's marker, then the record. */
  async findByNip(nip: Nip): Promise<Employee | undefined> {
    const id = await this.idOf(nip);
    return id && this.find(id);
  }

  /** Whose number this is. */
  async idOf(nip: Nip): Promise<EmployeeId | undefined> {
    const marker = await this.#get(nipKey(nip));
    return marker?.employeeId as EmployeeId | undefined;
  }

  /** What the request of this id was about; undefined when the id is new. One of before that was noted is about nothing. */
  async digestOf(requestId: string): Promise<string | undefined> {
    const item = await this.#get(requestKey(requestId));
    return item && String(item.digest ?? "");
  }

  /**
   * Records of one instansi in the order of their names, or of the words that were looked for. A page is full or the
   * last; what it costs depends on its length, not on how many there are: one query for each status asked for, and one
   * read of the records. Only with several words the shared beginnings of the longest are read through. Within units it
   * costs by their size instead: no place in the index by name tells a unit.
   * @throws InvalidInput when `from` is not the `next` of a page of this search
   */
  async search({ limit, from, fits, units, ...query }: SearchWish): Promise<EmployeePage> {
    const ranges = rangesOf(query);
    const { partitions, begin } = ranges;
    const first = lineBehind(from, begin);
    const chunk = query.words.length > 1 ? linesOfMany : limit + 1;
    const lines = units
      ? this.#linesInUnits(query.instansiId, units, { ...ranges, first })
      : merged(partitions.map((each) => this.#lines(each, { first, begin, chunk })));
    return pageOf(lines, (ids) => this.findAll(ids), { words: query.words, limit, fits });
  }

  /** Places in one partition of the index by name, from `first` on, as long as they begin so. */
  async *#lines(
    partition: string,
    { first, begin, chunk }: { first: string; begin: string; chunk: number },
  ): AsyncGenerator<string> {
    const pages = paginateQuery(
      { client: this.db, pageSize: chunk },
      {
        TableName: this.tableName,
        IndexName: "by-name",
        KeyConditionExpression: "listedIn = :partition AND listedAs BETWEEN :first AND :last",
        ExpressionAttributeValues: {
          ":partition": partition,
          ":first": first,
          // Behind every letter that a line can go on with.
          ":last": `${begin}~`,
        },
      },
    );
    for await (const { Items = [] } of pages) yield* Items.map(({ listedAs }) => String(listedAs));
  }

  /** The same places, of those who work in these units: each is read whole, for nothing lists a unit by name. */
  async *#linesInUnits(
    instansiId: string,
    units: readonly string[],
    ranges: NameRanges & { readonly first: string },
  ): AsyncGenerator<string> {
    const listed = await Promise.all(
      units.map((unit) => Array.fromAsync(this.#listedIn({ instansiId, unitKerja: unit }))),
    );
    yield* placesAmong(listed.flat(), ranges);
  }

  /** Lines of the list of those who work in a unit, also of records that cannot be read. */
  async *#listedIn({ instansiId, unitKerja }: Unit): AsyncGenerator<NameLine> {
    const pages = paginateQuery(
      { client: this.db },
      {
        TableName: this.tableName,
        IndexName: "by-unit",
        KeyConditionExpression: "instansiId = :instansi AND unitKerja = :unit",
        ExpressionAttributeValues: { ":instansi": instansiId, ":unit": unitKerja },
        ProjectionExpression: "listedIn, listedAs",
      },
    );
    for await (const { Items = [] } of pages)
      yield* Items.map(({ listedIn, listedAs }) => ({
        listedIn: String(listedIn),
        listedAs: String(listedAs),
      }));
  }

  /** All records of a unit, in no order. */
  async *inUnit({ instansiId, unitKerja }: Unit): AsyncGenerator<Employee> {
    yield* this.#all("by-unit", "instansiId = :key AND unitKerja = :unit", {
      ":key": instansiId,
      ":unit": unitKerja,
    });
  }

  /**
   * Names of an instansi's units that begin with `prefix`, in the order of their letters. One read for each name, however
   * many work there: the next one is looked for behind the last.
   */
  async unitsFrom({
    instansiId,
    prefix,
    limit,
  }: {
    instansiId: string;
    prefix: string;
    limit: number;
  }): Promise<string[]> {
    const units: string[] = [];
    const last = `${prefix}\u{10FFFF}`;
    // A key is never empty.
    let next = prefix || "\u0000";
    while (units.length < limit) {
      const { Items = [] } = await this.db.send(
        new QueryCommand({
          TableName: this.tableName,
          IndexName: "by-unit",
          KeyConditionExpression: "instansiId = :instansi AND unitKerja BETWEEN :next AND :last",
          ExpressionAttributeValues: { ":instansi": instansiId, ":next": next, ":last": last },
          ProjectionExpression: "unitKerja",
          Limit: 1,
        }),
      );
      const [item] = Items;
      if (!item) break;
      const unit = String(item.unitKerja);
      units.push(unit);
      next = `${unit}\u0000`;
    }
    return units;
  }

  /** Records whose card last changed on this UTC day, before that instant: what the reconciler looks at. */
  async *cardChangesOf(day: string, before: Date): AsyncGenerator<Employee> {
    yield* this.#all("by-card-change", "cardChangeDay = :key AND cardChangedAt < :before", {
      ":key": day,
      ":before": before.toISOString(),
    });
  }

  /** Records whose contract's last day is this one. */
  async *contractsEndingOn(day: string): AsyncGenerator<Employee> {
    yield* this.#all("by-contract-end", "contractEnd = :key", { ":key": day });
  }

  async *#all(
    index: string,
    condition: string,
    values: Record<string, string>,
  ): AsyncGenerator<Employee> {
    const pages = paginateQuery(
      { client: this.db },
      {
        TableName: this.tableName,
        IndexName: index,
        KeyConditionExpression: condition,
        ExpressionAttributeValues: values,
      },
    );
    for await (const { Items = [] } of pages) yield* readable(Items);
  }

  /** @throws Busy when DynamoDB leaves keys over again and again: it has no capacity for them now */
  async #batch(ids: readonly string[]): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let keys: Record<string, unknown>[] = ids.map((id) => ({ id }));
    for (let attempt = 1; keys.length > 0; attempt++) {
      if (attempt > batchAttempts) throw new Busy(busySeconds);
      // "We strongly recommend that you use an exponential backoff algorithm" («BatchGetItem», DynamoDB API Reference).
      if (attempt > 1) await setTimeout(25 * 2 ** attempt);
      const { Responses = {}, UnprocessedKeys = {} } = await this.db.send(
        new BatchGetCommand({
          RequestItems: { [this.tableName]: { Keys: keys, ConsistentRead: true } },
        }),
      );
      items.push(...(Responses[this.tableName] ?? []));
      keys = UnprocessedKeys[this.tableName]?.Keys ?? [];
    }
    return items;
  }

  async #get(id: string): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item;
  }
}

/**
 * Of many items those that are records. One that is none must not hide its neighbours: it is left out, and reported where
 * an alarm counts it.
 */
function readable(items: readonly Record<string, unknown>[]): Employee[] {
  return items.flatMap((item) => {
    const employee = toEmployeeIfReadable(item);
    if (!employee) logger.error("record.unreadable", { employeeId: item.id });
    return employee ?? [];
  });
}

export const nipKey = (nip: string) => `nip#${nip}`;
export const emailKey = (email: string) => `email#${mailboxOf(email)}`;
export const nameKey = (id: EmployeeId, i: number) => `name#${id}#${i}`;
export const requestKey = (requestId: string) => `request#${requestId}`;
