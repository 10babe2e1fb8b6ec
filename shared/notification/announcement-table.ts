import {
  type DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { digestText } from "#shared/runtime/ids.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type Announcement, type Announcements, announcement } from "./announcement.ts";

const announcementItem = storedItem({ name: "announcement", schema: announcement });

/** Announcements that a page looks at: the newest. */
const mostListed = 50;
const listOf = (instansiId: string) => `announcement#${instansiId}`;
const readersOf = ({ instansiId, key }: Announcement) => `announcement-read#${instansiId}#${key}`;

/** Announcements, in the table of the inboxes: one list an agency, which each reader looks at, and beside it who has read each. */
export class AnnouncementTable implements Announcements {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async add(made: Announcement): Promise<void> {
    const Key = { employeeId: listOf(made.instansiId), id: made.key };
    await unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { ...made, ...announcementItem.version, ...Key },
          ConditionExpression: "attribute_not_exists(employeeId)",
        }),
      ),
    );
  }

  async list(instansiId: string): Promise<Announcement[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: "employeeId = :list",
        ExpressionAttributeValues: { ":list": listOf(instansiId) },
        ScanIndexForward: false,
        Limit: mostListed,
      }),
    );
    return readable(announcementItem, Items, ({ key }) => ({ key }));
  }

  async end(instansiId: string, key: string, at: Date): Promise<boolean> {
    return await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { employeeId: listOf(instansiId), id: key },
          UpdateExpression: "SET endedAt = :at",
          ConditionExpression: "attribute_exists(employeeId) AND attribute_not_exists(endedAt)",
          ExpressionAttributeValues: { ":at": at.toISOString() },
        }),
      ),
    );
  }

  async noteReader(made: Announcement, reader: EmployeeId): Promise<void> {
    const employeeId = readersOf(made);
    const Item = { employeeId, id: digestText([employeeId, reader]) };
    await unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item,
          ConditionExpression: "attribute_not_exists(employeeId)",
        }),
      ),
    );
  }

  async countReaders(made: Announcement): Promise<number> {
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#tableName,
        KeyConditionExpression: "employeeId = :readers",
        ExpressionAttributeValues: { ":readers": readersOf(made) },
        Select: "COUNT",
      },
    );
    let count = 0;
    for await (const { Count = 0 } of pages) count += Count;
    return count;
  }
}
