import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { readable } from "#shared/runtime/stored-item.ts";
import {
  type ReportedPhoto,
  type ReportedPhotos,
  reportedPhotoItem,
  reportId,
  untaken,
} from "./reported-photo.ts";

/** Reports of photos in DynamoDB, among used captchas: writing one needs no right that a check does not need. */
export class ReportedPhotoTable implements ReportedPhotos {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the captcha table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async untaken(limit: number): Promise<readonly ReportedPhoto[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-report",
        KeyConditionExpression: "reportOf = :untaken",
        ExpressionAttributeValues: { ":untaken": untaken },
        Limit: limit,
      }),
    );
    return readable(reportedPhotoItem, Items, ({ id }) => ({ reportId: id }));
  }

  async take(report: ReportedPhoto): Promise<void> {
    await this.#db
      .send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id: reportId(report) },
          UpdateExpression: "REMOVE reportOf",
          // One that has expired meanwhile is not made anew.
          ConditionExpression: "attribute_exists(id)",
        }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      });
  }
}
