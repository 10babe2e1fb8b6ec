import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type EmployeeId, employeeId, type PhotoId, photoId } from "#shared/employee/employee.ts";
import type { AcceptedPhoto, PhotoDigests } from "./photo-digest.ts";
import { type PhotoReport, ruleVerdict } from "./photo-report.ts";

const schema = z.object({
  id: photoId,
  employeeId,
  state: z.enum(["awaiting-upload", "accepted", "rejected"]),
  rules: z.array(ruleVerdict).readonly(),
  requestedAt: z.string(),
  photoDigest: z.string().optional(),
  smallPhotoDigest: z.string().optional(),
});

/**
 * One upload, from the wish to the verdict. Whether it was confirmed is for the employee's record to say. An accepted one
 * has the digests of the pictures that were accepted; one from before there were digests cannot be confirmed any more.
 */
export interface Upload extends Partial<PhotoDigests> {
  readonly id: PhotoId;
  readonly employeeId: EmployeeId;
  readonly state: "awaiting-upload" | "accepted" | "rejected";
  readonly rules: PhotoReport["rules"];
  /** ISO instant. */
  readonly requestedAt: string;
}

/** The photo that an upload's verdict accepts; undefined when it accepts none. */
export function acceptedPhoto(upload: Upload): AcceptedPhoto | undefined {
  const { employeeId, id: photoId, state, photoDigest, smallPhotoDigest } = upload;
  if (state !== "accepted" || !photoDigest || !smallPhotoDigest) return undefined;
  return { employeeId, photoId, photoDigest, smallPhotoDigest };
}

/** Thirty days: how long a verdict can be read. */
const memorySeconds = 30 * 86_400;

/** Uploads and their verdicts in DynamoDB. */
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
    return Item && (schema.parse(Item) as Upload);
  }

  /** Notes that an upload may come. */
  async expect({
    id,
    employeeId,
    requestedAt,
  }: Pick<Upload, "id" | "employeeId" | "requestedAt">): Promise<void> {
    const expiresAt = Math.floor(Date.parse(requestedAt) / 1000) + memorySeconds;
    await this.#db.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: { id, employeeId, state: "awaiting-upload", rules: [], requestedAt, expiresAt },
        ConditionExpression: "attribute_not_exists(id)",
      }),
    );
  }

  /**
   * Writes the verdict once; a second one on the same upload changes nothing.
   * @param digests of the pictures that are accepted
   * @returns whether it is the first
   */
  async decide(
    id: PhotoId,
    { accepted, rules }: PhotoReport,
    digests?: PhotoDigests,
  ): Promise<boolean> {
    try {
      await this.#db.send(
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
      );
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return false;
    }
  }
}
