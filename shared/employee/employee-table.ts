import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { mailboxOf } from "./email.ts";
import type { Employee, EmployeeId } from "./employee.ts";
import { searchName, toEmployee, toEmployeeIfReadable } from "./employee-item.ts";
import type { Nip } from "./nip.ts";

export interface EmployeePage {
  readonly items: readonly Employee[];
  /** Where the next page begins; undefined on the last. */
  readonly next?: string | undefined;
}

/** BatchGetItem's most keys. */
const mostInABatch = 100;
const batchAttempts = 4;

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
    const marker = await this.#get(nipKey(nip));
    return marker && this.find(marker.employeeId as EmployeeId);
  }

  /** The revision that a request made; undefined when the request is new. */
  async revisionOf(requestId: string): Promise<number | undefined> {
    const item = await this.#get(requestKey(requestId));
    return item?.revision as number | undefined;
  }

  /**
   * Records of one instansi in the order of their names, whose name begins with `name`.
   * @throws InvalidInput when `from` is not the `next` of a page of this search
   */
  async search({
    instansiId,
    name,
    limit,
    from,
  }: {
    instansiId: string;
    name: string;
    limit: number;
    from?: string | undefined;
  }): Promise<EmployeePage> {
    const prefix = searchName(name);
    const { Items = [], LastEvaluatedKey } = await this.db.send(
      new QueryCommand({
        TableName: this.tableName,
        IndexName: "by-instansi",
        KeyConditionExpression: prefix
          ? "instansiId = :instansi AND begins_with(searchName, :prefix)"
          : "instansiId = :instansi",
        ExpressionAttributeValues: {
          ":instansi": instansiId,
          ...(prefix ? { ":prefix": prefix } : {}),
        },
        Limit: limit,
        ...(from ? { ExclusiveStartKey: decodeCursor(from, { instansiId, prefix }) } : {}),
      }),
    );
    return {
      items: Items.map(toEmployee),
      next: LastEvaluatedKey && encodeCursor(LastEvaluatedKey),
    };
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

  /** @throws Error when DynamoDB leaves keys over again and again: it has no capacity for them now */
  async #batch(ids: readonly string[]): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let keys: Record<string, unknown>[] = ids.map((id) => ({ id }));
    for (let attempt = 1; keys.length > 0; attempt++) {
      if (attempt > batchAttempts) throw new Error("DynamoDB left keys of a batch unprocessed.");
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
export const requestKey = (requestId: string) => `request#${requestId}`;

function encodeCursor({ id, searchName: name }: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify([id, name])).toString("base64url");
}

/** The cursor's own instansi is never trusted: a page stays within the caller's. */
function decodeCursor(
  cursor: string,
  { instansiId, prefix }: { instansiId: string; prefix: string },
): Record<string, unknown> {
  const start = parseCursor(cursor);
  // DynamoDB refuses to begin outside of what is searched.
  if (!start?.searchName.startsWith(prefix))
    throw new InvalidInput({ field: "cursor", code: "malformed" });
  return { ...start, instansiId };
}

const cursorShape = z.tuple([z.string().startsWith("emp_"), z.string().min(1)]);

function parseCursor(cursor: string): { id: string; searchName: string } | undefined {
  try {
    const [id, name] = cursorShape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { id, searchName: name };
  } catch {
    return undefined;
  }
}
