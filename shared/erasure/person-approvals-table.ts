import { DeleteCommand, type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { approvalId } from "#shared/access/approval.ts";
import { approvalSubject } from "#shared/access/ask-approval.ts";
import type { ErasableEntries } from "#shared/audit/audit-trail.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { ErasedPart } from "./erase-leavers.ts";

const indexed = z.object({ id: approvalId });

/** The approvals about one person, with what they would have changed, and the values of their history. That two people decided stays in it. */
export class PersonApprovalsTable implements ErasedPart {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #entries: ErasableEntries;

  constructor(db: DynamoDBDocumentClient, tableName: string, entries: ErasableEntries) {
    this.#db = db;
    this.#tableName = tableName;
    this.#entries = entries;
  }

  async erase(id: Id<"emp">): Promise<void> {
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#tableName,
        IndexName: "by-person",
        KeyConditionExpression: "personId = :person",
        ExpressionAttributeValues: { ":person": id },
      },
    );
    for await (const { Items = [] } of pages)
      for (const item of Items) {
        const Key = indexed.parse(item);
        // First: the approval says which history is meant.
        await this.#entries.eraseValues(approvalSubject(Key.id));
        await this.#db.send(new DeleteCommand({ TableName: this.#tableName, Key }));
      }
  }
}
