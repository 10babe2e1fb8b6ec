import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { PhotoId } from "#shared/employee/employee.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import type { PhotoDigests } from "./photo-digest.ts";
import type { PhotoReport } from "./photo-report.ts";
import { type Upload, type Uploads, upload } from "./upload.ts";

const uploadItem = storedItem({ name: "upload", schema: upload });

/** Thirty days: how long an outcome can be read. */
const memorySeconds = 30 * 86_400;

/** Uploads and their outcomes in DynamoDB. */
export class PhotoTable implements Uploads {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(id: PhotoId): Promise<Upload | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item && uploadItem.parse(Item);
  }

  async expect(requested: Pick<Upload, "id" | "employeeId" | "requestedAt">): Promise<void> {
    const expiresAt = Math.floor(Date.parse(requested.requestedAt) / 1000) + memorySeconds;
    const awaited: Upload = { ...requested, state: "awaiting-upload", rules: [] };
    await this.#db.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: { ...awaited, ...uploadItem.version, expiresAt },
        ConditionExpression: "attribute_not_exists(id)",
      }),
    );
  }

  decide(id: PhotoId, { accepted, rules }: PhotoReport, digests?: PhotoDigests): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id },
          UpdateExpression: digests
            ? "SET #state = :state, #rules = :rules, photoDigest = :photo, smallPhotoDigest = :small"
            : "SET #state = :state, #rules = :rules",
          ConditionExpression: "#state = :awaiting",
          ExpressionAttributeNames: { "#state": "state", "#rules": "rules" },
          ExpressionAttributeValues: {
            ":state": accepted ? "accepted" : "rejected",
            ":rules": rules,
            ":awaiting": "awaiting-upload",
            ...(digests && {
              ":photo": digests.photoDigest,
              ":small": digests.smallPhotoDigest,
            }),
          },
        }),
      ),
    );
  }

  postpone(id: PhotoId, now: Date, until: Date): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id },
          UpdateExpression: "SET askAgainAt = :until",
          ConditionExpression:
            "attribute_exists(id) AND (attribute_not_exists(askAgainAt) OR askAgainAt <= :now)",
          ExpressionAttributeValues: {
            ":until": until.toISOString(),
            ":now": now.toISOString(),
          },
        }),
      ),
    );
  }
}
