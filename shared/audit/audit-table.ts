import {
  type DynamoDBDocumentClient,
  QueryCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "./audit-entry.ts";

export type TransactionItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** The history of all records. Entries are only ever added, and only inside the transaction of their change. */
export class AuditTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /** The write that adds an entry, to be part of a transaction; it fails when the revision is already told of. */
  append(entry: AuditEntry): TransactionItem {
    return {
      Put: {
        TableName: this.#tableName,
        Item: entry,
        ConditionExpression: "attribute_not_exists(subjectId)",
      },
    };
  }

  /** The newest entries of one record, newest first. */
  async history(subjectId: string, limit = 50): Promise<AuditEntry[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: "subjectId = :subject",
        ExpressionAttributeValues: { ":subject": subjectId },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return Items as AuditEntry[];
  }
}
