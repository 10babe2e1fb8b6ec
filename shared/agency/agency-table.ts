import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import type { Agencies } from "./agencies.ts";
import { type Agency, agency } from "./agency.ts";

export const agencyItem = storedItem({ name: "agency", schema: agency });

/**
 * All agencies have one partition: there are at most some hundreds, they are listed whole and strongly consistent, and a partition
 * gives 3,000 reads a second («Best practices for designing and using partition keys effectively», DynamoDB Developer Guide).
 */
export const agencyKind = "agency";

/** The agencies, read when a card is drawn or shown. */
export class AgencyTable implements Agencies {
  protected readonly db: DynamoDBDocumentClient;
  protected readonly tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.db = db;
    this.tableName = tableName;
  }

  async find(id: string): Promise<Agency | undefined> {
    // A record may have come with an empty id; DynamoDB takes none as a key.
    if (id === "") return undefined;
    const { Item } = await this.db.send(
      new GetCommand({
        TableName: this.tableName,
        Key: { kind: agencyKind, id },
        ConsistentRead: true,
      }),
    );
    return Item && agencyItem.parse(Item);
  }

  async list(): Promise<Agency[]> {
    const found: Agency[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await this.db.send(
        new QueryCommand({
          TableName: this.tableName,
          KeyConditionExpression: "kind = :kind",
          ExpressionAttributeValues: { ":kind": agencyKind },
          ConsistentRead: true,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      found.push(...readable(agencyItem, Items, ({ id }) => ({ instansiId: id })));
      from = LastEvaluatedKey;
    } while (from);
    return found;
  }
}
