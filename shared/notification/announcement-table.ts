import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { RequestMark } from "#shared/employee/employees.ts";
import { unlessConditionFails, writeTogether } from "#shared/runtime/conditional-write.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { digestText } from "#shared/runtime/ids.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import {
  type Announcement,
  type Announcements,
  announcement,
  announcementsOnPage,
  mostRunning,
} from "./announcement.ts";

const announcementItem = storedItem({ name: "announcement", schema: announcement });

const counted = z.object({ readers: z.int() });

const marked = z.object({ digest: z.string() });

/** Officers who announce at the same moment, each of whom saw room for one more. */
const raced = 10;
/**
 * Counters of the readers of one. 20,000 people who read within ten minutes are 33 a second: few for a partition (1,000 writes a second), but
 * transactions on one item cancel each other, so each counter has four a second.
 */
const shards = 8;
const listOf = (instansiId: string) => `announcement#${instansiId}`;
/** Which requests have announced; it begins as the list does, which the right to write names. */
const requestsOf = (instansiId: string) => `${listOf(instansiId)}#requests`;
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

  async add(made: Announcement, asked: RequestMark): Promise<void> {
    const Key = { employeeId: listOf(made.instansiId), id: made.key };
    const put = (Item: Record<string, unknown>) => ({
      Put: {
        ...{ TableName: this.#tableName, Item },
        ConditionExpression: "attribute_not_exists(employeeId)",
      },
    });
    const mark = { employeeId: requestsOf(made.instansiId), id: asked.id, digest: asked.digest };
    const item = { ...made, ...announcementItem.version, ...Key, runsFor: made.instansiId };
    await writeTogether(this.#db, [
      { write: put(item), taken: "request-repeated" },
      { write: put(mark), taken: "request-repeated" },
    ]);
  }

  async digestOf(instansiId: string, requestId: string): Promise<string | undefined> {
    const item = await this.#get({ employeeId: requestsOf(instansiId), id: requestId });
    return item && marked.parse(item).digest;
  }

  async find(instansiId: string, key: string): Promise<Announcement | undefined> {
    const item = await this.#get({ employeeId: listOf(instansiId), id: key });
    return item && announcementItem.parse(item);
  }

  async #get(Key: { readonly employeeId: string; readonly id: string }) {
    const read = new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true });
    return (await this.#db.send(read)).Item;
  }

  async list(instansiId: string, before?: string): Promise<Announcement[]> {
    return await this.#query({
      KeyConditionExpression: `employeeId = :list${before === undefined ? "" : " AND id < :before"}`,
      ExpressionAttributeValues: {
        ":list": listOf(instansiId),
        ...(before !== undefined && { ":before": before }),
      },
      ScanIndexForward: false,
      Limit: announcementsOnPage,
    });
  }

  async running(instansiId: string, day: string): Promise<Announcement[]> {
    const found = await this.#query({
      IndexName: "by-running",
      KeyConditionExpression: "runsFor = :agency AND endsOn >= :day",
      ExpressionAttributeValues: { ":agency": instansiId, ":day": day },
      Limit: mostRunning + raced,
    });
    return found.sort((a, b) => (a.key < b.key ? 1 : -1));
  }

  async #query(asked: Omit<QueryCommandInput, "TableName">): Promise<Announcement[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({ ...asked, TableName: this.#tableName }),
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
