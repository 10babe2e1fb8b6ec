import {
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Unit } from "#shared/access/scope.ts";
import { batchGet } from "#shared/runtime/batch-from-table.ts";
import { readable } from "#shared/runtime/stored-item.ts";
import { saidZone, type Zone } from "#shared/runtime/zone.ts";
import { type Employee, type EmployeeId, employeeId } from "./employee.ts";
import { recordItem, requestItem, requestKey, startKey } from "./employee-item.ts";
import type {
  Employees,
  Listed,
  ListedQuery,
  SearchQuery,
  UnitMembers,
  UnitQuery,
} from "./employees.ts";
import { type Markers, noMarkers } from "./marker-table.ts";
import { rangesOf, workingOf } from "./name-index.ts";
import { NameIndexTable } from "./name-index-table.ts";
import type { EmployeeKind, Nip } from "./nip.ts";
import { type RecordList, recordLists } from "./record-lists.ts";
import { searchLines } from "./search-lines.ts";
import type { EmployeePage } from "./search-pages.ts";

const listedItem = z.object({ id: employeeId, since: z.string() });
const member = z.object({ id: employeeId });

/** The records that can be read. The others are reported, and an alarm counts them. */
const records = (items: readonly Record<string, unknown>[]) =>
  readable(recordItem, items, ({ id }) => ({ employeeId: id }));

/** The records in DynamoDB, to be read. The key is an opaque id, because a NIP can change; a marker leads to it. */
export class EmployeeTable implements Employees {
  protected readonly db: DynamoDBDocumentClient;
  protected readonly tableName: string;
  protected readonly markers: Markers;
  readonly #names: NameIndexTable;

  /** @param markers only for the functions that have a right on them */
  constructor(db: DynamoDBDocumentClient, tableName: string, markers: Markers = noMarkers) {
    this.db = db;
    this.tableName = tableName;
    this.markers = markers;
    this.#names = new NameIndexTable(db, tableName);
  }

  async find(id: EmployeeId): Promise<Employee | undefined> {
    const item = await this.#get(id);
    return item && recordItem.parse(item);
  }

  async findAll(ids: readonly EmployeeId[]): Promise<ReadonlyMap<EmployeeId, Employee>> {
    const keys = ids.map((id) => ({ id }));
    const items = await batchGet(this.db, this.tableName, keys);
    return new Map(records(items).map((employee) => [employee.id, employee]));
  }

  async findByNip(nip: Nip): Promise<Employee | undefined> {
    const id = await this.idOf(nip);
    const record = id && (await this.find(id));
    return record && record.nip === nip ? record : undefined;
  }

  idOf(nip: Nip): Promise<EmployeeId | undefined> {
    return this.markers.idOf(nip);
  }

  idOfEmail(email: string): Promise<EmployeeId | undefined> {
    return this.markers.idOfEmail(email);
  }

  idsOf(nips: readonly Nip[]): Promise<ReadonlyMap<Nip, EmployeeId>> {
    return this.markers.idsOf(nips);
  }

  idsOfEmails(emails: readonly string[]): Promise<ReadonlyMap<string, EmployeeId>> {
    return this.markers.idsOfEmails(emails);
  }

  async findByEmail(email: string): Promise<Employee | undefined> {
    const id = await this.idOfEmail(email);
    return id && this.find(id);
  }

  async digestOf(requestId: string): Promise<string | undefined> {
    const item = await this.#get(requestKey(requestId));
    return item && requestItem.parse(item).digest;
  }

  async search(query: SearchQuery): Promise<EmployeePage> {
    return await searchLines(this.#names, (ids) => this.findAll(ids), query);
  }

  async *inAgency(instansiId: string): AsyncGenerator<Employee> {
    yield* this.#all("by-unit", "instansiId = :key", { ":key": instansiId });
  }

  async *inUnit({ instansiId, unitKerja }: Unit): AsyncGenerator<Employee> {
    yield* this.#all("by-unit", "instansiId = :key AND unitKerja = :unit", {
      ":key": instansiId,
      ":unit": unitKerja,
    });
  }

  async idsInUnit(unit: Unit, { limit, after }: UnitQuery): Promise<UnitMembers> {
    const { Items = [], LastEvaluatedKey } = await this.db.send(
      new QueryCommand({
        ...this.#ofUnit(unit),
        ProjectionExpression: "id",
        Limit: limit,
        ...(after && {
          ExclusiveStartKey: { instansiId: unit.instansiId, unitKerja: unit.unitKerja, id: after },
        }),
      }),
    );
    const ids = Items.map((item) => member.parse(item).id);
    return { ids, next: LastEvaluatedKey && member.parse(LastEvaluatedKey).id };
  }

  async countAll(instansiId: string, kinds?: readonly EmployeeKind[]): Promise<number> {
    const { partitions, begin } = kinds
      ? workingOf(instansiId, kinds)
      : rangesOf({ instansiId, words: [] });
    const counts = await Promise.all(partitions.map((each) => this.#names.count(each, begin)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async countIn(unit: Unit, most: number): Promise<number> {
    let count = 0;
    let from: QueryCommandInput["ExclusiveStartKey"];
    do {
      const { Count = 0, LastEvaluatedKey } = await this.db.send(
        new QueryCommand({
          ...{ ...this.#ofUnit(unit), Select: "COUNT", Limit: most - count },
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      count += Count;
      from = LastEvaluatedKey;
    } while (from && count < most);
    return count;
  }

  #ofUnit({ instansiId, unitKerja }: Unit) {
    return {
      TableName: this.tableName,
      IndexName: "by-unit",
      KeyConditionExpression: "instansiId = :instansi AND unitKerja = :unit",
      ExpressionAttributeValues: { ":instansi": instansiId, ":unit": unitKerja },
    };
  }

  async listed(
    list: RecordList,
    instansiId: string,
    { limit, after }: ListedQuery,
  ): Promise<Listed[]> {
    const { index: IndexName, since } = recordLists[list];
    const { Items = [] } = await this.db.send(
      new QueryCommand({
        TableName: this.tableName,
        IndexName,
        KeyConditionExpression: "instansiId = :instansi",
        ExpressionAttributeValues: { ":instansi": instansiId },
        Limit: limit,
        ...(after && {
          ExclusiveStartKey: { instansiId, [since]: after.since, id: after.id },
        }),
      }),
    );
    return Items.map((item) => listedItem.parse({ id: item.id, since: item[since] }));
  }

  async *contractsEndingOn(day: string): AsyncGenerator<Employee> {
    yield* this.#all("by-contract-end", "contractEnd = :key", { ":key": day });
  }

  async *startingOn(day: string, zone: Zone): AsyncGenerator<EmployeeId> {
    const key = { ":key": startKey(day, saidZone(zone)) };
    for await (const items of this.#pages("by-start", "startsOn = :key", key))
      yield* items.map((item) => member.parse(item).id);
  }

  async *#all(
    index: string,
    condition: string,
    values: Record<string, string>,
  ): AsyncGenerator<Employee> {
    for await (const items of this.#pages(index, condition, values)) yield* records(items);
  }

  async *#pages(
    index: string,
    condition: string,
    values: Record<string, string>,
  ): AsyncGenerator<Record<string, unknown>[]> {
    const pages = paginateQuery(
      { client: this.db },
      {
        TableName: this.tableName,
        IndexName: index,
        KeyConditionExpression: condition,
        ExpressionAttributeValues: values,
      },
    );
    for await (const { Items = [] } of pages) yield Items;
  }

  async #get(id: string): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item;
  }
}
