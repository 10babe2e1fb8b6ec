import {
  type DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { unlessConditionFails, writeTogether } from "#shared/runtime/conditional-write.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { digestText } from "#shared/runtime/ids.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type Announcement, type Announcements, announcement } from "./announcement.ts";

const announcementItem = storedItem({ name: "announcement", schema: announcement });

const counted = z.object({ readers: z.int() });

/** Announcements that a page looks at. */
const mostListed = 50;
/**
 * Counters of the readers of one. 20,000 people who read within ten minutes are 33 a second: few for a partition (1,000 writes a second), but
 * transactions on one item cancel each other, so each counter has four a second.
 */
const shards = 8;
const listOf = (instansiId: string) => `announcement#${instansiId}`;
const readersOf = ({ instansiId, key }: Announcement) => `announcement-read#${instansiId}#${key}`;
const countOf = ({ instansiId, key }: Announcement) => `announcement-count#${instansiId}#${key}`;

/**
 * Announcements, in the table of the inboxes: one list an agency, of which each reader looks at what runs (`runsFor`, index `by-running`), and beside
 * it who has read each, and how many did.
 */
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
          Item: { ...made, ...announcementItem.version, ...Key, runsFor: made.instansiId },
          ConditionExpression: "attribute_not_exists(employeeId)",
        }),
      ),
    );
  }

  async list(instansiId: string): Promise<Announcement[]> {
    return await this.#query({
      KeyConditionExpression: "employeeId = :list",
      ExpressionAttributeValues: { ":list": listOf(instansiId) },
      ScanIndexForward: false,
    });
  }

  async running(instansiId: string, day: string): Promise<Announcement[]> {
    const found = await this.#query({
      IndexName: "by-running",
      KeyConditionExpression: "runsFor = :agency AND endsOn >= :day",
      ExpressionAttributeValues: { ":agency": instansiId, ":day": day },
    });
    return found.sort((a, b) => (a.key < b.key ? 1 : -1));
  }

  async #query(asked: Omit<QueryCommandInput, "TableName" | "Limit">): Promise<Announcement[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({ ...asked, TableName: this.#tableName, Limit: mostListed }),
    );
    return readable(announcementItem, Items, ({ key }) => ({ key }));
  }

  async end(instansiId: string, key: string, at: Date): Promise<boolean> {
    return await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { employeeId: listOf(instansiId), id: key },
          UpdateExpression: "SET endedAt = :at REMOVE runsFor",
          ConditionExpression: "attribute_exists(employeeId) AND attribute_not_exists(endedAt)",
          ExpressionAttributeValues: { ":at": at.toISOString() },
        }),
      ),
    );
  }

  async noteReader(made: Announcement, reader: EmployeeId): Promise<void> {
    const id = digestText([readersOf(made), reader]);
    const first = {
      Put: {
        TableName: this.#tableName,
        Item: { employeeId: readersOf(made), id },
        ConditionExpression: "attribute_not_exists(employeeId)",
      },
    };
    const count = {
      Update: {
        TableName: this.#tableName,
        Key: { employeeId: countOf(made), id: String(id.charCodeAt(0) % shards) },
        UpdateExpression: "ADD readers :one",
        ExpressionAttributeValues: { ":one": 1 },
      },
    };
    const alreadyRead = "decision-raced";
    try {
      // The code of the first step is that of too many others at once.
      await writeTogether(this.#db, [
        { write: count, taken: "record-changed" },
        { write: first, taken: alreadyRead },
      ]);
    } catch (error) {
      if (!(error instanceof Conflict && error.code === alreadyRead)) throw error;
    }
  }

  async countReaders(made: Announcement): Promise<number> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: "employeeId = :readers",
        ExpressionAttributeValues: { ":readers": countOf(made) },
      }),
    );
    return Items.reduce((sum, item) => sum + counted.parse(item).readers, 0);
  }
}
