import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { readable, type StoredItem } from "#shared/runtime/stored-item.ts";

/** How one sort of reports lies among used captchas. */
interface ReportSort<Report> {
  readonly item: StoredItem<Report>;
  /** The index's partition of those that are not taken. */
  readonly untaken: string;
  readonly idOf: (report: Report) => string;
}

/** What somebody who checked a card reported, in DynamoDB, among used captchas: writing it needs no right that a check does not need (decision 0069). */
export class ReportTable<Report> {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #sort: ReportSort<Report>;

  /** @param tableName the captcha table's */
  constructor(db: DynamoDBDocumentClient, tableName: string, sort: ReportSort<Report>) {
    this.#db = db;
    this.#tableName = tableName;
    this.#sort = sort;
  }

  async untaken(limit: number): Promise<readonly Report[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-report",
        KeyConditionExpression: "reportOf = :untaken",
        ExpressionAttributeValues: { ":untaken": this.#sort.untaken },
        Limit: limit,
      }),
    );
    return readable(this.#sort.item, Items, ({ id }) => ({ reportId: id }));
  }

  async take(report: Report): Promise<void> {
    await this.#db
      .send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id: this.#sort.idOf(report) },
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
