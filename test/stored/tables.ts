import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { newTable } from "../support/tables-of-the-app.ts";

type Item = Record<string, unknown>;

/** The app's tables, each made when it is first asked for. */
export class Tables {
  readonly db: DynamoDBDocumentClient;
  readonly #dynamodb: DynamoDBClient;
  readonly #names = new Map<string, Promise<string>>();

  constructor(dynamodb: DynamoDBClient) {
    this.#dynamodb = dynamodb;
    this.db = DynamoDBDocumentClient.from(dynamodb, {
      marshallOptions: { removeUndefinedValues: true },
    });
  }

  name(noun: string): Promise<string> {
    const name = this.#names.get(noun) ?? newTable(this.#dynamodb, noun);
    this.#names.set(noun, name);
    return name;
  }

  /** Those whose key looks so, in its order. */
  async items(noun: string, key: RegExp): Promise<Item[]> {
    const pages = paginateScan({ client: this.db }, { TableName: await this.name(noun) });
    return (await Array.fromAsync(pages))
      .flatMap(({ Items = [] }) => Items)
      .filter((item) => key.test(keyOf(item)))
      .sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
  }

  async put(noun: string, items: readonly Item[]): Promise<void> {
    const PutRequests = items.map((Item) => ({ PutRequest: { Item } }));
    await this.db.send(
      new BatchWriteCommand({ RequestItems: { [await this.name(noun)]: PutRequests } }),
    );
  }
}

const keyOf = (item: Item) => String(item.id ?? item.subjectId ?? item.employeeId);
