import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { employeeId, type PhotoId, photoId } from "#shared/employee/employee.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import type { AcceptedPhoto, PhotoDigests } from "./photo-digest.ts";
import { type PhotoReport, ruleOutcome } from "./photo-report.ts";

/**
 * One upload, from the request for a form to the outcome. Whether it was confirmed is for the employee's record to say.
 * An accepted one has the digests of the pictures that were accepted; one from before there were digests cannot be confirmed any more.
 */
const upload = z.object({
  id: photoId,
  employeeId,
  state: z.enum(["awaiting-upload", "accepted", "rejected"]),
  rules: z.array(ruleOutcome).readonly(),
  /** ISO instant. */
  requestedAt: z.string(),
  photoDigest: z.string().optional(),
  smallPhotoDigest: z.string().optional(),
});
export type Upload = Readonly<z.infer<typeof upload>>;
const uploadItem = storedItem({ name: "upload", schema: upload });

/** The photo that an upload's outcome accepts; undefined when it accepts none. */
export function acceptedPhoto({ id, state, ...about }: Upload): AcceptedPhoto | undefined {
  const { photoDigest, smallPhotoDigest } = about;
  if (state !== "accepted" || !photoDigest || !smallPhotoDigest) return undefined;
  return { employeeId: about.employeeId, photoId: id, photoDigest, smallPhotoDigest };
}

/** Thirty days: how long an outcome can be read. */
const memorySeconds = 30 * 86_400;

/** Uploads and their outcomes in DynamoDB. */
export class PhotoTable {
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

  /** Notes that an upload may come. */
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

  /**
   * Writes the outcome once; a second one on the same upload changes nothing.
   * @param digests of the pictures that are accepted
   * @returns whether it is the first
   */
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
}
