import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import {
  stillAt,
  type TransactionStep,
  unchangedStep,
  writeTogether,
} from "#shared/runtime/conditional-write.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type Transfer, transfer } from "./transfer.ts";
import type { Transfers } from "./transfers.ts";

/** The table's keys are prefixed, so that a transfer is apart from what else waits for a person, who stands beside them. */
const transferItem = storedItem({
  name: "transfer",
  schema: transfer
    .omit({ employeeId: true })
    .extend({ person: transfer.shape.employeeId })
    .transform(({ person, ...rest }) => ({ ...rest, employeeId: person })),
});

export const transferKey = (person: EmployeeId) => `transfer#${person}`;
const field = "transfer";
/** Only one that has not ended is in the index by agency: in the other agency's list, apart from its decrees. */
const listOf = (to: string) => `transfer#${to}`;

/** Transfers, in the contact-change table: of each person the newest (decision 0053). */
export class TransferTable implements Transfers {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    this.#db = db;
    this.#tableName = tableName;
    this.#audit = audit;
  }

  async find(person: EmployeeId): Promise<Transfer | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: { employeeId: transferKey(person), field },
        ConsistentRead: true,
      }),
    );
    return Item && transferItem.parse(Item);
  }

  writing(next: Transfer): TransactionStep {
    const isNext = stillAt(next.revision - 1, "employeeId");
    const put = { TableName: this.#tableName, Item: itemOf(next), ...isNext };
    return { write: { Put: put }, taken: "transfer-over" };
  }

  unchanged(person: EmployeeId, seen: Transfer | undefined): TransactionStep {
    const key = { employeeId: transferKey(person), field };
    return unchangedStep(this.#tableName, key, seen?.revision ?? 0);
  }

  async save(next: Transfer, entries: readonly AuditEntry[]): Promise<void> {
    const lines = entries.map((entry): TransactionStep => {
      return { write: this.#audit.append(entry), taken: "transfer-over" };
    });
    await writeTogether(this.#db, [this.writing(next), ...lines]);
  }

  async arriving(
    to: string,
    { now, limit }: { readonly now: Date; readonly limit: number },
  ): Promise<Transfer[]> {
    const items = await queryAll(this.#db, {
      TableName: this.#tableName,
      IndexName: "by-agency",
      KeyConditionExpression: "listedIn = :agency AND listedAt > :now",
      // "~" stands behind "#", so that what ends at this very instant is over.
      ExpressionAttributeValues: { ":agency": listOf(to), ":now": `${now.toISOString()}~` },
      Limit: limit,
    });
    return readable(transferItem, items, ({ person }) => ({ employeeId: person }));
  }
}

function itemOf({ employeeId: person, ...each }: Transfer): Record<string, unknown> {
  const place = { listedIn: listOf(each.to), listedAt: `${each.until}#${person}` };
  return {
    ...each,
    ...transferItem.version,
    ...{ employeeId: transferKey(person), field, person },
    ...(!each.ending && place),
  };
}
