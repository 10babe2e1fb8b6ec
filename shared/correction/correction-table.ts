import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { unlessConditionFails, writeTogether } from "#shared/runtime/conditional-write.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import {
  type Correction,
  type CorrectionAnswer,
  type Corrections,
  correction,
  type OpenCorrection,
  type OpenQuery,
} from "./correction.ts";

/** The table's keys are prefixed, so that a right can be for reports alone; the person stands beside them. */
const correctionItem = storedItem({
  name: "correction",
  schema: correction
    .omit({ employeeId: true })
    .extend({ person: correction.shape.employeeId })
    .transform(({ person, ...rest }) => ({ ...rest, employeeId: person })),
});

/** Where the reports of a person are. */
export const correctionKey = (id: Id<"emp">) => `correction#${id}`;
/** Only an open one is in the index by time. */
const queueOf = (instansiId: string) => `correction#${instansiId}`;

/** Reports of wrong data, in the contact-change table: of each person and field one, by when it is due (decision 0051). */
export class CorrectionTable implements Corrections {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    this.#db = db;
    this.#tableName = tableName;
    this.#audit = audit;
  }

  add(report: Correction): Promise<boolean> {
    const put = this.#put(report, "attribute_not_exists(#state)");
    return unlessConditionFails(this.#db.send(new PutCommand(put)));
  }

  async of(id: Id<"emp">): Promise<Correction[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: "employeeId = :person",
        ExpressionAttributeValues: { ":person": correctionKey(id) },
        ConsistentRead: true,
      }),
    );
    return reports(Items);
  }

  async open(instansiId: string, { limit, after }: OpenQuery): Promise<Correction[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        ...this.#queue(instansiId),
        Limit: limit,
        ...(after && { ExclusiveStartKey: placeOf(after, instansiId) }),
      }),
    );
    return reports(Items);
  }

  async answer(report: Correction, answer: CorrectionAnswer, line: AuditEntry): Promise<void> {
    const taken = "correction-answered";
    await writeTogether(this.#db, [
      { write: this.#audit.append(line), taken },
      { write: { Put: this.#replacing({ ...report, answer }) }, taken },
    ]);
  }

  handOver(report: Correction, instansiId: string): Promise<boolean> {
    const put = this.#replacing({ ...report, instansiId });
    return unlessConditionFails(this.#db.send(new PutCommand(put)));
  }

  async countOverdue(instansiId: string, now: Date, most: number): Promise<number> {
    const { KeyConditionExpression, ExpressionAttributeValues, ...queue } = this.#queue(instansiId);
    const { Count = 0 } = await this.#db.send(
      new QueryCommand({
        ...queue,
        KeyConditionExpression: `${KeyConditionExpression} AND effectiveFrom < :now`,
        ExpressionAttributeValues: { ...ExpressionAttributeValues, ":now": now.toISOString() },
        Select: "COUNT",
        Limit: most,
      }),
    );
    return Count;
  }

  #queue(instansiId: string) {
    return {
      TableName: this.#tableName,
      IndexName: "by-due",
      KeyConditionExpression: "#state = :queue",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":queue": queueOf(instansiId) },
    };
  }

  #replacing(report: Correction) {
    return this.#put(report, "attribute_exists(#state) AND id = :id", { ":id": report.id });
  }

  #put({ employeeId, ...report }: Correction, condition: string, values?: Record<string, string>) {
    const Item = {
      ...correctionItem.version,
      ...report,
      ...{ employeeId: correctionKey(employeeId), person: employeeId },
      ...(!report.answer && { state: queueOf(report.instansiId), effectiveFrom: report.dueAt }),
    };
    return {
      TableName: this.#tableName,
      Item,
      ConditionExpression: condition,
      ExpressionAttributeNames: { "#state": "state" },
      ...(values && { ExpressionAttributeValues: values }),
    };
  }
}

function placeOf({ employeeId, field, dueAt }: OpenCorrection, instansiId: string) {
  return {
    ...{ employeeId: correctionKey(employeeId), field },
    ...{ state: queueOf(instansiId), effectiveFrom: dueAt },
  };
}

function reports(items: readonly Record<string, unknown>[]): Correction[] {
  return readable(correctionItem, items, ({ person, field }) => ({ employeeId: person, field }));
}
