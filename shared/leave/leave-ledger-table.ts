import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { type RequestId, requestId } from "#shared/request/request.ts";
import { batchGet } from "#shared/runtime/batch-from-table.ts";
import { stillAt, type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { storedLeave } from "./known-leave.ts";
import type {
  Absence,
  AbsenceChange,
  LeaveLedger,
  LeaveLedgers,
  PlacedAbsence,
  Workplace,
} from "./leave-ledgers.ts";
import { movement } from "./leave-movement.ts";
import type { Span } from "./leave-span.ts";

const ledgerItem = storedItem({
  name: "leave-ledger",
  schema: z.object({
    person: employeeId,
    revision: z.int(),
    /** Those on whose accounts something stands. */
    years: z.array(z.int()).readonly(),
    /** How many movements there are in all. */
    posted: z.int(),
    leaves: z.array(storedLeave).readonly(),
  }),
});
const numbered = z.strictObject({ ...movement.shape, no: z.int() });
const yearItem = storedItem({
  name: "leave-year",
  schema: z.object({ year: z.int(), movements: z.array(numbered).readonly() }),
});
const absenceItem = storedItem({
  name: "leave-absence",
  schema: z.object({
    ...{ request: requestId, person: employeeId, from: z.string(), to: z.string() },
    ...{ isGiven: z.boolean(), unitKerja: z.string().optional() },
  }),
});

/** More people of one unit on leave in the days of one request than a page tells. */
const mostAway = 50;

export const ledgerKey = (person: EmployeeId) => `leave#${person}`;
export const yearKey = (person: EmployeeId, year: number) => `leave#${person}#${year}`;
export const absenceKey = (request: RequestId) => `away#${request}`;
const agencyOf = (instansiId: string) => `away#${instansiId}`;
const queueOf = ({ instansiId, unitKerja }: Workplace) => `away#${instansiId}#${unitKerja}`;

/**
 * The ledgers in the table of requests, so that a request and the days that it holds are one transaction (decision 0105): an item for each person,
 * whose revision guards those of the years, and one for the days of each leave. The last ones share the index of what waits, under keys of their own
 * («Overloading Global Secondary Indexes in DynamoDB», Amazon DynamoDB Developer Guide).
 */
export class LeaveLedgerTable implements LeaveLedgers {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the request table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(person: EmployeeId): Promise<LeaveLedger> {
    const Key = { id: ledgerKey(person) };
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    if (!Item) return { person, revision: 0, movements: [], leaves: [] };
    const { revision, years, posted, leaves } = ledgerItem.parse(Item);
    const keys = years.map((year) => ({ id: yearKey(person, year) }));
    const items = await batchGet(this.#db, this.#tableName, keys);
    const movements = items
      .flatMap((item) => yearItem.parse(item).movements)
      // What was posted since then is of the next revision.
      .filter(({ no }) => no < posted)
      .toSorted((a, b) => a.no - b.no);
    if (movements.length !== posted) throw new Error("A ledger lacks movements.");
    return { person, revision, movements: movements.map(({ no: _, ...each }) => each), leaves };
  }

  async leavesOf(people: readonly EmployeeId[]) {
    const keys = people.map((person) => ({ id: ledgerKey(person) }));
    const items = await batchGet(this.#db, this.#tableName, keys);
    const ledgers = readable(ledgerItem, items, ({ person }) => ({ employeeId: person }));
    return new Map(ledgers.map(({ person, leaves }) => [person, leaves]));
  }

  async save(
    before: LeaveLedger,
    after: Pick<LeaveLedger, "movements" | "leaves">,
    absence: AbsenceChange | undefined,
    ...others: readonly TransactionStep[]
  ): Promise<void> {
    const { person } = before;
    const byYear = Map.groupBy(
      after.movements.map((each, no) => ({ ...each, no })),
      ({ year }) => year,
    );
    const changed = new Set(after.movements.slice(before.movements.length).map(({ year }) => year));
    const years = [...byYear].filter(([year]) => changed.has(year));
    await writeTogether(this.#db, [
      this.#ledger(before, after, [...byYear.keys()]),
      ...years.map(([year, movements]) =>
        this.#put({
          ...{ ...yearItem.version, id: yearKey(person, year), type: "leave-year" },
          ...{ person, year, movements },
        }),
      ),
      ...(absence ? [this.#put(absenceOf(absence))] : []),
      ...others,
    ]);
  }

  async away(place: Workplace, { from, to }: Span): Promise<readonly Absence[]> {
    const found = await queryAll(this.#db, {
      TableName: this.#tableName,
      IndexName: "by-queue",
      // Ordered by the last day.
      KeyConditionExpression: "queue = :queue AND submittedAt >= :from",
      FilterExpression: "#from <= :to",
      ExpressionAttributeNames: { "#from": "from" },
      ExpressionAttributeValues: { ":queue": queueOf(place), ":from": from, ":to": to },
      Limit: mostAway,
    });
    return readable(absenceItem, found, ({ id }) => ({ id })).map(
      ({ unitKerja: _, ...absence }) => absence,
    );
  }

  async awayIn(instansiId: string, { from, to }: Span): Promise<readonly PlacedAbsence[]> {
    const found = await queryAll(this.#db, {
      TableName: this.#tableName,
      IndexName: "by-end",
      KeyConditionExpression: "endedIn = :agency AND since >= :from",
      FilterExpression: "#from <= :to",
      ExpressionAttributeNames: { "#from": "from" },
      ExpressionAttributeValues: { ":agency": agencyOf(instansiId), ":from": from, ":to": to },
    });
    return readable(absenceItem, found, ({ id }) => ({ id })).map((each) => ({
      ...each,
      unitKerja: each.unitKerja ?? "",
    }));
  }

  #ledger(
    { person, revision }: LeaveLedger,
    { movements, leaves }: Pick<LeaveLedger, "movements" | "leaves">,
    years: readonly number[],
  ): TransactionStep {
    const Item = {
      ...{ ...ledgerItem.version, id: ledgerKey(person), type: "leave-ledger", person },
      ...{ revision: revision + 1, years, posted: movements.length, leaves },
    };
    const put = { TableName: this.#tableName, Item, ...stillAt(revision, "id") };
    return { write: { Put: put }, taken: "leave-moved" };
  }

  /** Guarded by the ledger's own step. */
  #put(Item: Record<string, unknown>): TransactionStep {
    return { write: { Put: { TableName: this.#tableName, Item } }, taken: "leave-moved" };
  }
}

/** Without a place nothing of it is kept but its key: it is in no index then. */
function absenceOf({ place, ...absence }: AbsenceChange): Record<string, unknown> {
  const item = { ...absenceItem.version, id: absenceKey(absence.request), type: "leave-absence" };
  if (!place) return item;
  const { instansiId, unitKerja } = place;
  return {
    ...{ ...item, ...absence, unitKerja, queue: queueOf(place), submittedAt: absence.to },
    // The index of what has ended, under a key that no outcome has.
    ...{ endedIn: agencyOf(instansiId), since: absence.to },
  };
}
