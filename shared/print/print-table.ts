import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type Print, type PrintProgress, printSchema } from "./print.ts";
import type { PrintId } from "./print-id.ts";
import type { Prints } from "./prints.ts";

const printItem = storedItem({
  name: "print",
  schema: printSchema,
  upcasters: [
    // Prints from before people without a photo were named.
    (item) => ({ lackingIds: [], ...item }),
    // Prints from before there were letters.
    (item) => ({ kind: "cards", activated: 0, ...item }),
  ],
});

/** Prints in DynamoDB, a day long: who asked for what, and how far it is. */
export class PrintTable implements Prints {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async add(print: Print): Promise<void> {
    const expiresAt = epochSeconds(new Date(print.endsAt));
    await unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { ...print, ...printItem.version, expiresAt },
          ConditionExpression: "attribute_not_exists(id)",
        }),
      ),
    );
  }

  async find(id: PrintId): Promise<Print | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item && printItem.parse(Item);
  }

  async ofOfficer(officerId: EmployeeId, now: Date, limit: number): Promise<Print[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-officer",
        KeyConditionExpression: "officerId = :officer AND endsAt > :now",
        ExpressionAttributeValues: { ":officer": officerId, ":now": now.toISOString() },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return readable(printItem, Items, ({ id }) => ({ printId: id }));
  }

  async advance(id: PrintId, progress: Partial<PrintProgress>, now: Date): Promise<void> {
    const changes = Object.entries({ ...progress, updatedAt: now.toISOString() });
    const settings = changes.map(([field]) => `#${field} = :${field}`);
    await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id },
          UpdateExpression: `SET ${settings.join(", ")}`,
          ConditionExpression: "attribute_exists(id) AND #state <> :ready",
          ExpressionAttributeNames: {
            "#state": "state",
            ...Object.fromEntries(changes.map(([field]) => [`#${field}`, field])),
          },
          ExpressionAttributeValues: {
            ":ready": "ready",
            ...Object.fromEntries(changes.map(([field, value]) => [`:${field}`, value])),
          },
        }),
      ),
    );
  }
}
