import { DeleteCommand, type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type EndedFiles, endedFiles, type ForgetFiles } from "./ended-files.ts";
import type { RequestId } from "./request.ts";

const filesItem = storedItem({ name: "request-files", schema: endedFiles });
const shard = "files";

export function endedFilesKey(id: RequestId): string {
  return `files#${id}`;
}

/** As it is written with the end of its request. In the index of deadlines it stands apart from these. */
export function endedFilesItem(ended: EndedFiles): Record<string, unknown> {
  return {
    ...{
      ...ended,
      ...filesItem.version,
      type: "request-files",
      id: endedFilesKey(ended.requestId),
    },
    ...{ due: shard, dueAt: ended.endedAt },
  };
}

/** Whose files go when, in the table of requests. Their ends are few a second: one partition of the index takes a thousand. */
export class EndedFilesTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /** See ForgetFiles. */
  async endedBy(at: Date, limit: number): ReturnType<ForgetFiles["endedFiles"]["endedBy"]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-due",
        KeyConditionExpression: "due = :files AND dueAt <= :at",
        ExpressionAttributeValues: { ":files": shard, ":at": at.toISOString() },
        Limit: limit,
      }),
    );
    return readable(filesItem, Items, ({ id }) => ({ id }));
  }

  async remove({ requestId }: EndedFiles): Promise<void> {
    await this.#db.send(
      new DeleteCommand({ TableName: this.#tableName, Key: { id: endedFilesKey(requestId) } }),
    );
  }
}
