import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { batchGet } from "#shared/runtime/batch-from-table.ts";
import { stillAt, unlessConditionFails, writeTogether } from "#shared/runtime/conditional-write.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type AttendanceMonth, attendanceMonth, mostReadings } from "./attendance-month.ts";
import type { AttendanceMonths, HeldAttendance, MonthOf, MonthPage } from "./attendance-months.ts";
import { pinsItem } from "./attendance-rules-table.ts";
import type { Reading } from "./reading.ts";

/** "2026-03-02T07:31:05|pintu|in": a map for each reading would be twice the bytes, and a second of a large agency's recap. */
const written =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\|([a-z0-9-]{1,20})(?:\|(in|out))?(?:\|kode-(\d{1,10}))?$/;

const writtenReading = z.string().transform((text, context): Reading => {
  const [, time, machine, way, step] = written.exec(text) ?? [];
  if (time !== undefined && machine !== undefined)
    return {
      ...{ machine, time, ...((way === "in" || way === "out") && { way }) },
      ...(step !== undefined && { step: Number(step) }),
    };
  context.addIssue("It is no reading.");
  return z.NEVER;
});

const wordOf = ({ time, machine, way, step }: Reading): string =>
  [time, machine, way, step === undefined ? undefined : `kode-${step}`]
    .filter((part) => part !== undefined)
    .join("|");

const monthItem = storedItem({
  name: "attendance-month",
  schema: attendanceMonth.extend({
    readings: z.array(writtenReading).max(mostReadings).readonly(),
  }),
});

/** The part of it that the next month goes on from. */
const closingItem = storedItem({
  schema: attendanceMonth.pick({ person: true, closed: true }),
  name: monthItem.name,
});

const taken = "attendance-changed" as const;
/** Two years of months, in a copy of one's own data. */
const mostHeld = 24;
const monthOf = ({ id }: { readonly id: string }) => id.slice(-7);

const partOf = ({ instansiId, month }: MonthOf) => `${instansiId}#${month}`;

/** The months in DynamoDB: one partition has an agency's month, an item for each of its people. */
export class AttendanceTable implements AttendanceMonths, HeldAttendance {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    this.#db = db;
    this.#tableName = tableName;
    this.#audit = audit;
  }

  async find(of: MonthOf, person: EmployeeId): Promise<AttendanceMonth | undefined> {
    const Key = { id: partOf(of), person };
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item && monthItem.parse(Item);
  }

  async findAll(of: MonthOf, people: readonly EmployeeId[]) {
    const keys = people.map((person) => ({ id: partOf(of), person }));
    const items = await batchGet(this.#db, this.#tableName, keys);
    const months = readable(monthItem, items, ({ person }) => ({ employeeId: person }));
    return new Map(months.map((month) => [month.person, month]));
  }

  async list(of: MonthOf, from?: EmployeeId): Promise<MonthPage> {
    const id = partOf(of);
    // Without a limit: a page of DynamoDB's own, 1 MB («Query», DynamoDB API Reference), some hundreds of months.
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: "id = :id",
        ExpressionAttributeValues: { ":id": id },
        ConsistentRead: true,
        ...(from !== undefined && { ExclusiveStartKey: { id, person: from } }),
      }),
    );
    const next = LastEvaluatedKey && employeeId.parse(LastEvaluatedKey.person);
    return { items: readable(monthItem, Items, ({ person }) => ({ employeeId: person })), next };
  }

  async closings(
    of: MonthOf,
    { first, last }: { readonly first: EmployeeId; readonly last: EmployeeId },
  ) {
    const closed = new Map<EmployeeId, NonNullable<AttendanceMonth["closed"]>>();
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await this.#db.send(
        new QueryCommand({
          TableName: this.#tableName,
          KeyConditionExpression: "id = :id AND person BETWEEN :first AND :last",
          ExpressionAttributeValues: { ":id": partOf(of), ":first": first, ":last": last },
          ProjectionExpression: "person, closed, schemaVersion",
          ConsistentRead: true,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      for (const item of readable(closingItem, Items, ({ person }) => ({ employeeId: person })))
        if (item.closed) closed.set(item.person, item.closed);
      from = LastEvaluatedKey;
    } while (from);
    return closed;
  }

  saving(month: AttendanceMonth) {
    return { write: { Put: this.#put(month) }, taken };
  }

  #put(month: AttendanceMonth) {
    const Item = {
      ...{ id: partOf(month), ...month, ...monthItem.version },
      readings: month.readings.map(wordOf),
    };
    return { TableName: this.#tableName, Item, ...stillAt(month.revision - 1, "id") };
  }

  async save(month: AttendanceMonth, entry?: AuditEntry): Promise<boolean> {
    const put = this.#put(month);
    if (!entry) return await unlessConditionFails(this.#db.send(new PutCommand(put)));
    try {
      await writeTogether(this.#db, [
        this.saving(month),
        { write: this.#audit.append(entry), taken },
      ]);
      return true;
    } catch (error) {
      if (error instanceof Conflict) return false;
      throw error;
    }
  }

  async held(person: EmployeeId) {
    const found = await queryAll(this.#db, {
      TableName: this.#tableName,
      IndexName: "by-person",
      KeyConditionExpression: "person = :person",
      ExpressionAttributeValues: { ":person": person },
    });
    const keys = found.map(({ id }) => ({ id: String(id), person }));
    // Beside months: numbers of machines, and for some hours the key of a phone.
    const isMonth = ({ id }: { readonly id: string }) => !/^(pins|kode)#/.test(id);
    const monthKeys = keys.filter(isMonth).toSorted((a, b) => (monthOf(a) < monthOf(b) ? 1 : -1));
    const isPins = ({ id }: { readonly id: string }) => id.startsWith("pins#");
    const wanted = [...monthKeys.slice(0, mostHeld), ...keys.filter(isPins)];
    const items = await batchGet(this.#db, this.#tableName, wanted);
    const [some, others] = [true, false].map((month) =>
      items.filter(({ id }) => isMonth({ id: String(id) }) === month),
    );
    const idOf = () => ({ employeeId: person });
    return {
      months: readable(monthItem, some ?? [], idOf).sort((a, b) => (a.month < b.month ? 1 : -1)),
      pins: readable(pinsItem, others ?? [], idOf),
      hasOlder: monthKeys.length > mostHeld,
    };
  }
}
