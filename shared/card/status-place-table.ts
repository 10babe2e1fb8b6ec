import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from "@aws-sdk/lib-dynamodb";
import {
  countItem,
  countKey,
  placeInIndex,
  type StatusPlace,
  type StatusPlaces,
  takenOfPart,
} from "./status-places.ts";

/** The places that signature-table.ts gives, by their parts. */
export class StatusPlaceTable implements StatusPlaces {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async parts(): Promise<number> {
    const { Item } = await this.#db.send(
      new GetCommand({
        ...{ TableName: this.#tableName, Key: { id: countKey } },
        ConsistentRead: true,
      }),
    );
    return Item ? Math.ceil(countItem.parse(Item).asked / takenOfPart) : 0;
  }

  async *placesIn(part: number): AsyncGenerator<StatusPlace[]> {
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#tableName,
        IndexName: "by-part",
        KeyConditionExpression: "part = :part",
        ExpressionAttributeValues: { ":part": String(part) },
      },
    );
    for await (const { Items = [] } of pages) yield Items.map(placeInIndex);
  }
}
